import * as fc from 'fast-check';
import { expect } from 'vitest';
import { makeAct } from '../steps/intents.ts';
import { type ActionKind, actionKinds } from '../steps/step.ts';
import type { NetworkFault, RealPhone } from './real-phone.ts';
import { post, type Stack, type Town } from './stack.ts';

/** Is the oracle, as dumb as can be: what was saved on which phone, and where everybody is posted. */
export interface Model {
  readonly saved: Map<string, { readonly phone: number; readonly name: string }>;
  readonly postings: number[];
}

/** Is the real thing under test. */
export interface Real {
  readonly stack: Stack;
  readonly town: Town;
  readonly phones: readonly RealPhone[];
  /** Rounds under way; their requests wait for their turn. */
  readonly rounds: Promise<unknown>[];
}

type Command = fc.AsyncCommand<Model, Real>;

const command = (label: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => label,
});

const phoneOf = ({ phones }: Real, index: number): RealPhone => {
  const phone = phones[index];
  if (phone === undefined) throw new Error(`no phone ${index}`);
  return phone;
};

let values = 0;
const newValue = (): string => {
  values += 1;
  return `值${values}`;
};

const volunteerActs: readonly ActionKind[] = ['claim', 'release', 'finish', 'help'];

/** Somebody does something with what is on their screen, in the first tab or in a second one. */
const act = (
  phone: number,
  what: { readonly kind: ActionKind; readonly pick: number; readonly inSecondTab: boolean },
) =>
  command(`${phone} ${what.kind} ${what.pick}${what.inSecondTab ? ' in a second tab' : ''}`, async (model, real) => {
    const target = phoneOf(real, phone);
    const register = what.inSecondTab ? await target.openTab() : target.register();
    const kind = target.person.role === 'volunteer' ? (volunteerActs[what.pick % 4] ?? 'help') : what.kind;
    const made = makeAct(kind, {
      phone: { view: register.view },
      pick: what.pick,
      newId: real.stack.started.deps.newId,
      newValue,
    });
    if (made === null) return;
    const saved = await register.save([made.intent]);
    expect(saved.type).toBe('saved');
    if (saved.type !== 'saved') return;
    for (const id of saved.mutationIds) model.saved.set(id, { phone, name: made.intent.name });
  });

const startRound = (phone: number, fault: NetworkFault) =>
  command(`${phone} syncs (${fault})`, async (_model, real) => {
    real.rounds.push(phoneOf(real, phone).round(fault));
  });

const reopen = (phone: number) =>
  command(`${phone} is killed and opened`, (_model, real) => phoneOf(real, phone).reopen());

const repost = (phone: number, grids: number) =>
  command(`${phone} is posted to ${grids}`, async (model, real) => {
    model.postings[phone] = grids;
    await post(
      real.stack,
      phoneOf(real, phone).person,
      real.town.gridIds.filter((_, index) => (grids & (1 << index)) !== 0),
    );
  });

/** A verified backup holds everything up to now. */
const backUp = command('a backup is made', async (_model, { stack, town }) => {
  stack.started.core.writer.sqlite.prepare('UPDATE spaces SET safe = seq WHERE community_id = ?').run(town.communityId);
});

/** Another history begins as after a restore: new epoch, counters jump, everything is offered again. */
const newEpoch = command('another epoch begins', async (_model, { stack, town }) => {
  stack.started.core.writer.sqlite
    .prepare('UPDATE spaces SET epoch = ?, seq = seq + 1000000000 WHERE community_id = ?')
    .run(stack.started.deps.newId(), town.communityId);
});

const wait = (ms: number) =>
  command(`${ms} ms pass`, async (_model, { stack }) => {
    stack.started.clock.now += ms;
  });

const phone = fc.nat(2);

const acts = (inSecondTab: boolean): fc.Arbitrary<Command> =>
  fc
    .tuple(phone, fc.constantFrom(...actionKinds), fc.nat(9))
    .map(([who, kind, pick]) => act(who, { kind, pick, inSecondTab }));

const rounds = fc
  .tuple(phone, fc.constantFrom<NetworkFault>('none', 'none', 'none', 'loseRequest', 'loseAnswer', 'sendTwice'))
  .map(([who, fault]) => startRound(who, fault));

/** Generates commands: mostly work and traffic, some trouble. */
export const commands = fc.commands(
  [
    fc
      .tuple(
        phone,
        fc.record({ kind: fc.constantFrom(...actionKinds), pick: fc.nat(9), inSecondTab: fc.constant(false) }),
      )
      .map(([who, what]) => act(who, what)),
    ...Array.from({ length: 8 }, (_, index) => acts(index < 2)),
    ...Array.from({ length: 3 }, () => rounds),
    phone.map((who) => startRound(who, 'none')),
    phone.map(reopen),
    fc.tuple(fc.nat(1), fc.nat(3)).map(([who, grids]) => repost(who, grids)),
    fc.constant(backUp),
    fc.constant(newEpoch),
    fc.nat(3_600_000).map(wait),
  ],
  { maxCommands: 60, size: 'max' },
);
