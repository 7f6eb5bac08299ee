import { startServer } from '../e2e/harness/running-server.ts';
import { unlock } from '../e2e/harness/unlock-steps.ts';
import { percentile, percentiles } from './percentiles.ts';
import { choosePin, signInOn } from './phone/phone-steps.ts';
import { createSlowPhone, slowDown, slowdown } from './phone/slow-phone.ts';
import { frameScript, measureScroll, measureTaps, workOf } from './stairwell/frames.ts';
import { buildHighRise, shape } from './stairwell/high-rise.ts';

const frameMs = 1_000 / 60;
const rounds = 3;

/** Frames are drawn on the beat or miss it: a frame late by half a beat is one that somebody sees. */
const lateShare = (frames: readonly number[]): number =>
  frames.filter((frame) => frame > frameMs * 1.5).length / Math.max(1, frames.length);

const tell = (name: string, frames: readonly number[]): void => {
  const perSecond = (1_000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0);
  console.log(
    `${name} ${perSecond.toFixed(1)} frames/s, ${percentiles(frames)}, longest ${percentile(frames, 1).toFixed(1)} ms, ${(100 * lateShare(frames)).toFixed(1)} % late (${frames.length} frames)`,
  );
};

const server = await startServer();
const { buildingId, doors, loginName } = await buildHighRise(server);
const phone = createSlowPhone(server.origin, frameScript);
const page = await phone.start();
await signInOn(page, loginName);
await choosePin(page);
await page.getByRole('navigation', { name: '主要页面' }).waitFor();
await page.goto(`/register/building/${buildingId}`);
await unlock(page);
await page.getByRole('table').waitFor();
const counting = await page.context().newCDPSession(page);
await counting.send('Performance.enable', { timeDomain: 'threadTicks' });
await measureScroll(page, counting, 1);
const workBefore = await workOf(counting);
const unhurried = await measureScroll(page, counting, rounds);
const workPerFrame = ((await workOf(counting)) - workBefore) / unhurried.length;
const session = await slowDown(page, { isNetworkSlow: false });
console.log(
  `${shape.floors} floors of ${shape.doorsPerFloor} doors (${doors}), processor slowed down ${slowdown} times`,
);
console.log(
  `the main thread works              ${workPerFrame.toFixed(2)} ms of its own time a frame, ${(workPerFrame * slowdown).toFixed(2)} ms on such a processor, of ${frameMs.toFixed(1)} ms`,
);
await measureScroll(page, session, 1);
const drawn = await measureScroll(page, session, rounds);
tell('scrolling                        ', drawn);
const taps = await measureTaps(page, 24);
console.log(`a tap until the dock is painted    ${percentiles(taps)} (${taps.length} taps)`);
await page.evaluate("for (const row of document.querySelectorAll('tr')) row.style.contentVisibility = 'visible'");
const whole = await measureScroll(page, session, rounds);
tell('scrolling, every floor drawn     ', whole);
console.log(
  `ratio                              longest frame ${(percentile(drawn, 1) / percentile(whole, 1)).toFixed(2)}, late frames ${(100 * lateShare(drawn)).toFixed(1)} % against ${(100 * lateShare(whole)).toFixed(1)} %`,
);
await phone.remove();
await server.remove();
