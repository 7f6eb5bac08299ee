import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, devices, type Page } from '@playwright/test';
import { chromiumOptions } from './chromium-options.ts';
import { killBrowserOf } from './kill-browser.ts';
import { typePins } from './unlock-steps.ts';
import { type Complaints, watchPage } from './watch-page.ts';

/** Is a phone: a browser with a storage of its own that outlives the browser's process. */
export interface Phone {
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
  /** Kills the browser's process where the system allows it, as a phone does that needs the memory. */
  readonly kill: () => Promise<void>;
  /** Starts the browser again over the same storage; the network is as it was. */
  readonly open: (address: string) => Promise<Page>;
  /** What the pages said to the console, and every request that left the origin, since the phone was made. */
  readonly complaints: Complaints;
  /** Where the browser keeps what it stores, to be looked through while it is closed. */
  readonly storageFolder: string;
  /** Closes the browser without throwing anything away. */
  readonly close: () => Promise<void>;
  /** Closes the browser and throws the storage away. */
  readonly remove: () => Promise<void>;
}

export interface PhoneOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Arguments for Chromium besides those that every browser of the tests gets. */
  readonly args?: readonly string[];
  readonly ignoresCertificate?: boolean;
  /** Whether the first walk still stands before whoever signs in; on most phones of the tests somebody has taken it. */
  readonly isNew?: boolean;
  /** What the browser asks for, Chinese unless told otherwise. */
  readonly locale?: string;
  readonly userAgent?: string;
  /** Whether PINs are typed wherever a page asks; a test about the lock itself types them. */
  readonly typesPins?: boolean;
}

/** The narrowest phone that is promised to work. */
export const phoneViewport = { width: 360, height: 740 };

/** The screen of the desk. */
export const deskViewport = { width: 1280, height: 800 };

/** Takes a new phone out of its box, to be used with the server at an origin; `open` shows the first page. */
export const createPhone = (origin: string, options: PhoneOptions = {}): Phone => {
  const storageFolder = mkdtempSync(join(tmpdir(), 'lianxin-phone-'));
  const complaints: Complaints = { consoleMessages: [], foreignRequests: [] };
  let context: BrowserContext | null = null;
  let isOffline = false;

  const opened = (): BrowserContext => {
    if (context === null) throw new Error('the browser of this phone is not open');
    return context;
  };
  const page = (): Page => {
    const first = opened().pages()[0];
    if (first === undefined) throw new Error('this phone shows no page');
    return first;
  };
  const setOffline = async (offline: boolean): Promise<void> => {
    isOffline = offline;
    await context?.setOffline(offline);
  };
  return {
    page,
    context: opened,
    complaints,
    storageFolder,
    close: async () => {
      await context?.close();
      context = null;
    },
    goOffline: () => setOffline(true),
    goOnline: () => setOffline(false),
    kill: async () => {
      const closing = opened();
      context = null;
      await killBrowserOf(storageFolder, closing);
    },
    open: async (address) => {
      context ??= await launch(storageFolder, { ...options, origin, isOffline });
      const shown = context.pages()[0] ?? (await context.newPage());
      watchPage(shown, complaints);
      await shown.goto(address);
      return shown;
    },
    remove: async () => {
      await context?.close();
      rmSync(storageFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const launch = async (
  storageFolder: string,
  { viewport = phoneViewport, ...options }: PhoneOptions & { readonly origin: string; readonly isOffline: boolean },
): Promise<BrowserContext> => {
  const isPhone = viewport.width < 600;
  const context = await chromium.launchPersistentContext(storageFolder, {
    ...(isPhone ? devices['Pixel 7'] : {}),
    ...chromiumOptions,
    args: [...chromiumOptions.args, ...(options.args ?? [])],
    viewport,
    screen: viewport,
    deviceScaleFactor: isPhone ? 2 : 1.25,
    locale: options.locale ?? 'zh-CN',
    ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
    timezoneId: 'Asia/Shanghai',
    baseURL: options.origin,
    offline: options.isOffline,
    colorScheme: options.colorScheme ?? 'light',
    ignoreHTTPSErrors: options.ignoresCertificate ?? false,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(25_000);
  if (!options.isNew) await context.addInitScript(markWelcomed);
  if (options.typesPins ?? true) await typePins(context);
  return context;
};

/** Runs in every page before the app: whoever comes in here has taken the walk. */
export const markWelcomed = (): void => {
  const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) {
    return key.startsWith('lianxin.welcomed.') ? 'yes' : read.call(this, key);
  };
};
