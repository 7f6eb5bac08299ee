import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, devices, type Page } from '@playwright/test';
import { findProgram } from '../../../tools/find-program.mjs';
import { markWelcomed } from '../../e2e/harness/phone.ts';

const viewport = { width: 360, height: 740 };

/** The processor is this many times slower than this machine's. */
export const slowdown = 4;
const bytesPerSecond = 1_600_000 / 8;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: bytesPerSecond,
  uploadThroughput: bytesPerSecond / 2,
};

/** Is a browser like a phone, with a storage of its own on the disk. */
export interface SlowPhone {
  /** Starts the browser and gives its page, not yet slowed down. */
  readonly start: () => Promise<Page>;
  readonly close: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Makes a phone; `script` runs in every page before anything of the app. */
export const createSlowPhone = (origin: string, script = ''): SlowPhone => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-slow-phone-'));
  const executablePath = process.env['CHROME_PATH'] ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);
  let context: BrowserContext | null = null;
  return {
    start: async () => {
      context = await chromium.launchPersistentContext(folder, {
        ...devices['Pixel 7'],
        ...(executablePath ? { executablePath } : {}),
        args: ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
        viewport,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        baseURL: origin,
      });
      context.setDefaultTimeout(120_000);
      await context.addInitScript(markWelcomed);
      await context.addInitScript(script);
      return context.pages()[0] ?? (await context.newPage());
    },
    close: async () => {
      await context?.close();
      context = null;
    },
    remove: async () => {
      await context?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Slows a page down to a phone's processor, and its network unless told otherwise. */
export const slowDown = async (page: Page, { isNetworkSlow = true } = {}): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Network.enable');
  if (isNetworkSlow) await session.send('Network.emulateNetworkConditions', network);
  return session;
};
