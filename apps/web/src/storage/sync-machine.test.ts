import { describe, expect, it } from 'vitest';
import { pollMs, type SyncStep } from './decide-sync.ts';
import { isStalled, longestWaitMs, stepMachine } from './sync-machine.ts';
import { type RoundEnd, type SyncEvent, type SyncMachine, startMachine } from './sync-machine-state.ts';

/** A phone whose clock and luck are set by the test; `random` at 1 makes every jittered wait its longest. */
const createPhone = (luck = 1) => {
  let now = 1_000;
  let last: SyncStep = { machine: startMachine(now), run: false, stream: null, wakeAt: null };
  const take = (event: SyncEvent): SyncStep => {
    last = stepMachine(last.machine, event, { now, random: () => luck });
    return last;
  };
  const phone = {
    take,
    on: (
      type: 'led' | 'followed' | 'visible' | 'hidden' | 'online' | 'offline' | 'pressed' | 'streamOpened' | 'tick',
    ) => take({ type }),
    unsent: (id: string | null, count = 1) =>
      take({
        type: 'changed',
        unsent: id === null ? null : { id, count, ageMs: 0 },
        checkpoint: last.machine.checkpoint,
      }),
    checkpoint: (checkpoint: number) => take({ type: 'changed', unsent: null, checkpoint }),
    end: (result: RoundEnd, retryAfterMs = 0) => take({ type: 'roundEnded', result, retryAfterMs }),
    call: (top: number) => take({ type: 'called', top }),
    lose: (livedMs: number) => take({ type: 'streamLost', livedMs }),
    pass: (ms: number): SyncStep => {
      now += ms;
      return take({ type: 'tick' });
    },
    /** Lets time go on to when the machine wants to be woken. */
    wake: (): SyncStep => {
      if (last.wakeAt === null) throw new Error('the machine wants to sleep for ever');
      return phone.pass(last.wakeAt - now);
    },
    now: () => now,
    machine: (): SyncMachine => last.machine,
    wait: (): number | null => (last.wakeAt === null ? null : last.wakeAt - now),
    isStalled: () => isStalled(last.machine, now),
  };
  return phone;
};

/** A phone in somebody's hand that leads, has settled a round and hears the stream. */
const createSettledPhone = (luck = 1) => {
  const phone = createPhone(luck);
  phone.on('visible');
  phone.on('led');
  phone.end('settled');
  phone.on('streamOpened');
  phone.end('settled');
  return phone;
};

describe('when rounds run', () => {
  it('runs at the start, opens the stream when the server has answered, and looks again when the stream stands', () => {
    const phone = createPhone();
    expect(phone.on('visible').run).toBe(false);
    expect(phone.on('led')).toMatchObject({ run: true, stream: null });
    expect(phone.end('settled')).toMatchObject({ run: false, stream: 'open' });
    expect(phone.on('streamOpened').run).toBe(true);
    expect(phone.end('settled')).toMatchObject({ run: false, stream: null });
  });

  it('runs as soon as something is unsent, and not twice at once', () => {
    const phone = createSettledPhone();
    expect(phone.unsent('a').run).toBe(true);
    expect(phone.unsent('a', 2).run).toBe(false);
    expect(phone.on('pressed').run).toBe(false);
    phone.unsent(null);
    expect(phone.end('settled').run, 'the press during the round is not lost').toBe(true);
  });

  it('asks every minute in front of somebody, with a stream or without', () => {
    const phone = createSettledPhone();
    expect(phone.wait()).toBe(pollMs);
    expect(phone.wake().run).toBe(true);
    const quiet = createSettledPhone();
    quiet.pass(pollMs - 1);
    expect(quiet.machine().isRunning).toBe(false);
  });

  it('asks nothing behind another app, closes the stream, and still sends what was saved', () => {
    const phone = createSettledPhone();
    expect(phone.on('hidden')).toMatchObject({ run: false, stream: 'close', wakeAt: null });
    expect(phone.pass(10 * pollMs).run).toBe(false);
    expect(phone.unsent('a').run).toBe(true);
    phone.unsent(null);
    expect(phone.end('settled')).toMatchObject({ run: false, stream: null });
    expect(phone.on('visible')).toMatchObject({ run: true });
  });

  it('does nothing in a tab that does not lead, and everything when the lead comes to it', () => {
    const phone = createPhone();
    phone.on('visible');
    expect(phone.unsent('a')).toMatchObject({ run: false, stream: null, wakeAt: null });
    expect(phone.on('pressed').run).toBe(false);
    expect(phone.on('led').run).toBe(true);
    phone.unsent(null);
    expect(phone.end('settled').stream).toBe('open');
    expect(phone.on('followed').stream).toBe('close');
  });

  it('never sleeps for ever while something is unsent or unseen, whatever happened before', () => {
    const events: readonly SyncEvent[] = [
      { type: 'online' },
      { type: 'offline' },
      { type: 'hidden' },
      { type: 'visible' },
      { type: 'tick' },
      { type: 'called', top: 9 },
      { type: 'streamOpened' },
      { type: 'streamLost', livedMs: 5 },
      { type: 'roundEnded', result: 'offline', retryAfterMs: 0 },
      { type: 'roundEnded', result: 'busy', retryAfterMs: 7_000 },
      { type: 'roundEnded', result: 'settled', retryAfterMs: 0 },
      { type: 'changed', unsent: { id: 'a', count: 1, ageMs: 0 }, checkpoint: 0 },
    ];
    const stuck: string[] = [];
    // Every sequence of four events: 20,736 of them.
    for (let code = 0; code < events.length ** 4; code += 1) {
      const phone = createPhone();
      phone.on('led');
      const taken = [0, 1, 2, 3].flatMap(
        (place) => events[Math.floor(code / events.length ** place) % events.length] ?? [],
      );
      for (const event of taken) phone.take(event);
      const { machine, wakeAt } = phone.take({
        type: 'changed',
        unsent: { id: 'b', count: 1, ageMs: 0 },
        checkpoint: 0,
      });
      if (!machine.isRunning && wakeAt === null) stuck.push(taken.map((event) => event.type).join(' '));
      if (!machine.isRunning && (phone.wait() ?? 0) > 2 * longestWaitMs)
        stuck.push(`too long: ${JSON.stringify(taken)}`);
    }
    expect(stuck).toEqual([]);
  });
});

describe('after a failure', () => {
  it('waits up to a bound that doubles from one second to five minutes', () => {
    const phone = createSettledPhone();
    const waits: (number | null)[] = [];
    phone.on('hidden');
    phone.unsent('a');
    for (let count = 0; count < 12; count += 1) {
      phone.end('offline');
      waits.push((phone.machine().retryAt ?? 0) - phone.now());
      phone.pass(longestWaitMs);
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.slice(-2)).toEqual([longestWaitMs, longestWaitMs]);
  });

  it('waits any part of the bound, so that phones do not come back in step', () => {
    const phone = createSettledPhone(0.25);
    phone.unsent('a');
    phone.end('offline');
    expect(phone.wait()).toBe(250);
  });

  it.each(['online', 'visible', 'pressed'] as const)('tries at once after %s', (type) => {
    const phone = createSettledPhone();
    phone.unsent('a');
    for (let count = 0; count < 6; count += 1) {
      phone.end('offline');
      phone.pass(longestWaitMs);
    }
    phone.end('offline');
    expect(phone.machine().isRunning).toBe(false);
    expect(phone.on(type).run).toBe(true);
    phone.end('offline');
    expect(phone.machine().retryAt - phone.now(), 'the waits begin anew').toBe(1_000);
  });

  it('tries at once when more is saved', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    phone.end('offline');
    expect(phone.unsent('a', 2).run).toBe(true);
    phone.end('offline');
    expect(phone.unsent('a', 2).run).toBe(false);
  });

  it('waits as long as the server asked, with everything but a person', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    phone.end('busy', 30_000);
    expect(phone.wait()).toBe(31_000);
    expect(phone.on('visible').run).toBe(false);
    expect(phone.on('online').run).toBe(false);
    expect(phone.unsent('a', 2).run).toBe(false);
    expect(phone.wait()).toBe(30_000);
    expect(phone.on('pressed').run).toBe(true);
  });

  it('does not believe a server that asks for a day', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    phone.end('busy', 86_400_000);
    expect(phone.wait()).toBeLessThanOrEqual(longestWaitMs + 1_000);
  });

  it('asks again although nothing is unsent, because something may be unseen', () => {
    const phone = createSettledPhone();
    phone.wake();
    phone.end('offline');
    expect(phone.wait()).toBe(1_000);
    expect(phone.wake().run).toBe(true);
  });

  it('waits between rounds that leave something behind, instead of spinning', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    expect(phone.end('settled').run).toBe(false);
    expect(phone.wait()).toBe(1_000);
  });

  it('asks seldom when nobody is signed in, and keeps no stream', () => {
    const phone = createSettledPhone();
    phone.on('pressed');
    expect(phone.end('signedOut').stream).toBe('close');
    expect(phone.wait()).toBe(longestWaitMs);
  });
});

describe('the stream', () => {
  it('makes a phone pull what it has not seen, and nothing for what it has', () => {
    const phone = createSettledPhone();
    phone.checkpoint(10);
    phone.call(10);
    expect(phone.wait()).toBe(pollMs);
    phone.call(11);
    expect(phone.wait(), 'phones called at once come one after the other').toBe(500);
    expect(phone.wake().run).toBe(true);
  });

  it('does not pull again for its own push, whose call comes while the round is under way', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    phone.call(12);
    phone.checkpoint(12);
    phone.end('settled');
    expect(phone.wait()).toBe(pollMs);
  });

  it('pulls once more for a call that came too late for the round under way, and then not for ever', () => {
    const phone = createSettledPhone();
    phone.on('pressed');
    phone.call(13);
    phone.checkpoint(12);
    phone.end('settled');
    expect(phone.wake().run).toBe(true);
    phone.end('settled');
    expect(phone.wait()).toBe(pollMs);
  });

  it('asks soon after it broke, because the server may be gone, and comes back when it answers', () => {
    const phone = createSettledPhone();
    expect(phone.lose(pollMs)).toMatchObject({ run: false, stream: null });
    expect(phone.wait()).toBe(1_000);
    expect(phone.wake()).toMatchObject({ run: true, stream: null });
    expect(phone.end('settled').stream).toBe('open');
  });

  it('is left alone for longer and longer where it never stands, while the phone goes on asking every minute', () => {
    const phone = createSettledPhone();
    for (let count = 0; count < 12; count += 1) {
      phone.lose(50);
      phone.wake();
      expect(phone.machine().isRunning).toBe(true);
      phone.end('settled');
      while (!phone.machine().isStreaming) {
        phone.wake();
        if (phone.machine().isRunning) phone.end('settled');
      }
    }
    phone.lose(50);
    expect(phone.machine().streamAt - phone.now()).toBe(longestWaitMs);
    expect(phone.wait()).toBeLessThanOrEqual(pollMs);
  });
});

describe('standing still', () => {
  it('is told after three minutes beside a network without an acknowledgement, and is over with the next one', () => {
    const phone = createSettledPhone();
    phone.unsent('a', 2);
    for (let passed = 0; passed < 180_000; passed += 10_000) {
      expect(phone.isStalled()).toBe(false);
      if (phone.machine().isRunning) phone.end('offline');
      phone.pass(10_000);
    }
    expect(phone.isStalled()).toBe(true);
    phone.on('pressed');
    expect(phone.isStalled(), 'trying is not sending').toBe(true);
    phone.unsent('b');
    expect(phone.isStalled()).toBe(false);
  });

  it('wakes the machine, so that it is said without anything else happening', () => {
    const phone = createSettledPhone();
    phone.unsent('a');
    phone.end('busy', longestWaitMs);
    expect(phone.wait()).toBe(180_000);
    phone.wake();
    expect(phone.isStalled()).toBe(true);
  });

  it('is not said of a phone that was without a network all the time', () => {
    const phone = createSettledPhone();
    phone.on('offline');
    phone.unsent('a');
    phone.end('offline');
    phone.pass(3_600_000);
    expect(phone.isStalled()).toBe(false);
    phone.end('offline');
    phone.on('online');
    phone.end('offline');
    expect(phone.isStalled(), 'it has only just begun to try').toBe(false);
  });
});
