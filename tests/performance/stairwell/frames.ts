import type { CDPSession, Page } from '@playwright/test';

/** Notes in the page how long each frame took while somebody scrolls, and how long a tap waits for its paint; runs before the app. */
export const frameScript = `(() => {
  const frames = [];
  const taps = [];
  let last;
  window.stairwellBench = { frames, taps, on: false };
  const tick = (at) => {
    if (window.stairwellBench.on && last !== undefined) frames.push(at - last);
    last = at;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  addEventListener('click', (event) => {
    if (!event.isTrusted || !event.target.closest('[data-door-id]')) return;
    const begin = event.timeStamp;
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => taps.push(performance.now() - begin); channel.port2.postMessage(0); });
  }, true);
})();`;

/** Is the times noted, in milliseconds. */
export interface Noted {
  readonly frames: readonly number[];
  readonly taps: readonly number[];
}

/** Scrolls down and up with a thumb, as far as the stairwell goes. */
export const measureScroll = async (page: Page, session: CDPSession, rounds: number): Promise<readonly number[]> => {
  await page.evaluate('stairwellBench.frames.length = 0; stairwellBench.on = true');
  for (let round = 0; round < rounds; round += 1) {
    for (const yDistance of [-1_400, 1_400]) {
      const gesture = { x: 200, y: 400, yDistance, speed: 1_600, gestureSourceType: 'touch' as const };
      await session.send('Input.synthesizeScrollGesture', gesture);
    }
  }
  await page.evaluate('stairwellBench.on = false');
  return (await page.evaluate<Noted>('stairwellBench')).frames;
};

/** Taps doors that are in view, one after another, and tells how long each waited for its paint. */
export const measureTaps = async (page: Page, count: number): Promise<readonly number[]> => {
  await page.evaluate('stairwellBench.taps.length = 0; scrollTo(0, 300)');
  for (let tap = 0; tap < count; tap += 1) {
    // The dock covers the lower part; doors above it are tapped in turn.
    await page.touchscreen.tap(90 + (tap % 4) * 60, 180 + (Math.floor(tap / 4) % 3) * 64);
    await page.waitForTimeout(120);
  }
  return (await page.evaluate<Noted>('stairwellBench')).taps;
};

/** Tells how long the page's main thread has worked since it began, in milliseconds of its own processor time: other programs on this machine do not count. */
export const workOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};
