import { resolve } from 'node:path';
import { ensureLighthouse } from '../../tools/ensure-lighthouse.mjs';
import { createPhone, type Phone, phoneViewport } from '../e2e/harness/phone.ts';
import { startServer } from '../e2e/harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from '../e2e/harness/sign-in-steps.ts';
import { setPin } from '../e2e/harness/unlock-steps.ts';

const aims = { performance: 0.95, accessibility: 1, 'best-practices': 1 } as const;

/** Is what is used of Lighthouse, which is no dependency and brings its types only when it has been fetched. */
interface Lighthouse {
  readonly navigation: (page: unknown, address: string, options: object) => Promise<Outcome>;
  readonly snapshot: (page: unknown, options: object) => Promise<Outcome>;
}

interface Outcome {
  readonly lhr: {
    readonly categories: Readonly<
      Record<string, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>
    >;
    readonly audits: Readonly<
      Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>
    >;
  };
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

const root = resolve(import.meta.dirname, '../..');
const found = await ensureLighthouse(root);
if ('problem' in found) {
  console.log(`skipped: ${found.problem}`);
  process.exit(0);
}
// Both are written in plain JavaScript and read as what is declared above.
const lighthouse = (await import(found.lighthouse)) as Lighthouse;
const { default: puppeteer } = await import(found.puppeteer);

const report = (name: string, { lhr }: Outcome, kinds: readonly (keyof typeof aims)[]): void => {
  const scores = kinds.map((kind) => {
    const score = lhr.categories[kind]?.score ?? 0;
    if (score < aims[kind]) process.exitCode = 1;
    return `${kind} ${score.toFixed(2)} (aim ${aims[kind]})`;
  });
  console.log(`${name.padEnd(22)} ${scores.join(', ')}`);
  const metrics = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  const shown = metrics.flatMap((id) => lhr.audits[id]?.displayValue ?? []);
  if (shown.length > 0)
    console.log(`${''.padEnd(22)} FCP ${shown[0]}, LCP ${shown[1]}, TBT ${shown[2]}, CLS ${shown[3]}`);
  for (const kind of kinds) {
    for (const { id, weight } of lhr.categories[kind]?.auditRefs ?? []) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit?.score !== null && audit !== undefined && audit.score < 0.9) {
        console.log(`${''.padEnd(22)} ${id} ${audit.score}: ${audit.title} ${audit.displayValue ?? ''}`);
      }
    }
  }
};

/** Hands a phone to Lighthouse, which reads its pages through the browser's own door. Nothing is run in them beside the app: what it says to the console counts. */
const onPhone = async (origin: string, port: number, look: (phone: Phone, page: unknown) => Promise<void>) => {
  const phone = createPhone(origin, { args: [`--remote-debugging-port=${port}`], typesPins: false });
  try {
    await phone.open('/healthz');
    const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
    const [page] = await browser.pages();
    await look(phone, page);
    await browser.disconnect();
  } finally {
    await phone.remove();
  }
};

const server = await startServer();
const every = ['performance', 'accessibility', 'best-practices'] as const;
await onPhone(server.origin, 9333, async (_phone, page) => {
  const outcome = await lighthouse.navigation(page, `${server.origin}/sign-in`, { flags: {} });
  report('sign-in, first visit', outcome, every);
});
await onPhone(server.origin, 9334, async (phone, page) => {
  const opened = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await setPin(opened);
  await waitForFirstPull(opened);
  // Unrolled: what a bar at the bottom covers at one position of the page would count as too small to press.
  const height = await opened.evaluate<number>('document.documentElement.scrollHeight');
  await opened.setViewportSize({ width: phoneViewport.width, height });
  const asIs = { screenEmulation: { disabled: true } };
  report('today, unlocked', await lighthouse.snapshot(page, { flags: asIs }), ['accessibility', 'best-practices']);
  await opened.setViewportSize(phoneViewport);
  // What is stored stays: this is the same phone, opened again the next day. Out of the service worker nothing comes from a network that could be reckoned with, so the processor is really slowed down.
  const flags = { disableStorageReset: true, throttlingMethod: 'devtools' };
  report('PIN, the next day', await lighthouse.navigation(page, `${server.origin}/`, { flags }), every);
});
await server.remove();
