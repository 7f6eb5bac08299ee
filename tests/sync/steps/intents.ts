import type { RecordName } from '@lianxin/domain';
import { editCell, type Intent, seenRev } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import {
  newDwelling,
  newHelp,
  newHousehold,
  newMembership,
  newNeed,
  newNotice,
  newPerson,
  newTag,
  newVisit,
  newWish,
} from '@lianxin/testkit';
import { type Act, choose, type Hand, type Maker, quiet, type Typed, textOf } from './hand.ts';
import { decideHeld, writePoison } from './held-intents.ts';
import { photoMakers } from './photo-intents.ts';
import { regroupingMakers } from './regrouping-intents.ts';
import type { ActionKind } from './step.ts';

const typing = (intent: Intent, value: string): Act => ({ intent, typed: [{ value, saw: null }] });

const editable = [
  ['dwelling', 'note'],
  ['household', 'note'],
  ['person', 'phone'],
  ['person', 'note'],
  ['membership', 'relationText'],
  ['need', 'detail'],
] as const;

const edit: Maker = (hand) => {
  const [table, field] = editable[hand.pick % editable.length] ?? editable[0];
  const row = choose({ ...hand, pick: Math.floor(hand.pick / editable.length) }, table);
  if (row === undefined) return null;
  const value = hand.newValue();
  const intent: Intent = { name: 'record.edit', args: { table, id: row.id, edits: [editCell(row, field, value)] } };
  return { intent, typed: [{ value, saw: textOf(row, field) }, ...otherVersions(hand, row.id, field)] };
};

/** The versions of a value that lost stand beside it on the screen, so that whoever types anew has read them too. */
const otherVersions = ({ phone }: Hand, rowId: string, field: string): readonly Typed[] =>
  phone.view
    .rowsBy('conflict', 'rowId', rowId)
    .filter((conflict) => conflict.fields.field === field)
    .map((conflict) => ({ value: '', saw: textOf(conflict, 'lostValue') }));

const visit: Maker = (hand) => {
  const door = choose(hand, 'dwelling');
  if (door === undefined) return null;
  const household = hand.phone.view.rowsBy('household', 'dwellingId', door.id)[0]?.id ?? null;
  const value = hand.newValue();
  const id = hand.newId();
  const needs =
    hand.pick % 2 === 0
      ? [newNeed(hand.newId(), { dwellingId: door.id, householdId: household, raisedByVisitId: id, detail: value })]
      : [];
  const note = needs.length === 0 ? value : null;
  return typing(
    { name: 'visit.log', args: { visit: newVisit(id, { dwellingId: door.id, householdId: household, note }), needs } },
    value,
  );
};

const answer: Maker = (hand) => {
  const isUnasked = (row: StoredRow): boolean =>
    textOf(row, 'voidOf') === null && hand.phone.view.rowsBy('answerSheet', 'visitId', row.id).length === 0;
  const asked = choose(hand, 'visit', isUnasked);
  if (asked === undefined) return null;
  const value = hand.newValue();
  const { dwellingId = null, householdId = null } = asked.fields;
  const answers = { food: 'hard', foodWhat: value };
  const fields = { visitId: asked.id, dwellingId, householdId, setKey: 'fiveItems', answers };
  return typing({ name: 'answers.give', args: { sheet: { id: hand.newId(), fields } } }, value);
};

const voidVisit: Maker = (hand) => {
  const old = choose(hand, 'visit');
  if (old === undefined) return null;
  const raised = hand.phone.view.rowsBy('need', 'raisedByVisitId', old.id);
  const intent: Intent = {
    name: 'visit.log',
    args: { visit: newVisit(hand.newId(), { dwellingId: old.fields.dwellingId ?? null, voidOf: old.id }), needs: [] },
  };
  // Whoever voids a visit sees the needs that go with it.
  return { intent, typed: raised.map((need) => ({ value: '', saw: textOf(need, 'detail') })) };
};

const publish: Maker = (hand) => {
  const need = choose(hand, 'need');
  if (need === undefined) return null;
  const noticeId = hand.newId();
  const agreement = hand.pick % 3 === 0 ? { agreementWay: 'none', agreementOn: null } : {};
  return quiet({
    name: 'wish.publish',
    args: { wish: newWish(hand.newId(), { needId: need.id, noticeId, ...agreement }), notice: newNotice(noticeId) },
  });
};

const nextStates = { open: 'inProgress', inProgress: 'done', done: 'answered', answered: 'inProgress' } as const;

const advance: Maker = (hand) => {
  const need = choose(hand, 'need');
  const from = need === undefined ? null : textOf(need, 'state');
  if (need === undefined || (from !== 'open' && from !== 'inProgress' && from !== 'done' && from !== 'answered'))
    return null;
  const answer = from === 'done' ? hand.newValue() : null;
  const intent: Intent = {
    name: 'need.advance',
    args: { needId: need.id, from, to: nextStates[from], answer, seenAnswer: textOf(need, 'answer') },
  };
  // Whoever takes a need up again after it was answered has seen that answer, and so takes it back.
  if (answer === null)
    return { intent, typed: from === 'answered' ? [{ value: '', saw: textOf(need, 'answer') }] : [] };
  return { intent, typed: [{ value: answer, saw: textOf(need, 'answer') }] };
};

const withNotice =
  (state: string, toIntent: (noticeId: string, hand: Hand) => Intent): Maker =>
  (hand) => {
    const notice = choose(hand, 'wishNotice', (row) => row.fields.state === state);
    return notice === undefined ? null : quiet(toIntent(notice.id, hand));
  };

const about =
  (table: RecordName, toAct: (row: StoredRow, hand: Hand) => Act | null): Maker =>
  (hand) => {
    const row = choose(hand, table);
    return row === undefined ? null : toAct(row, hand);
  };

const makers: Readonly<Record<ActionKind, Maker>> = {
  visit,
  answer,
  void: voidVisit,
  edit,
  addDwelling: about('unit', (unit, hand) => {
    const note = hand.newValue();
    return typing(
      { name: 'dwelling.add', args: { dwelling: newDwelling(hand.newId(), { unitId: unit.id, note }) } },
      note,
    );
  }),
  addHousehold: about('dwelling', (door, hand) => {
    const note = hand.newValue();
    return typing(
      { name: 'household.add', args: { household: newHousehold(hand.newId(), { dwellingId: door.id, note }) } },
      note,
    );
  }),
  addMember: about('household', (household, hand) => {
    const personId = hand.newId();
    const phone = hand.newValue();
    return typing(
      {
        name: 'member.add',
        args: {
          person: newPerson(personId, { phone }),
          membership: newMembership(hand.newId(), { personId, householdId: household.id }),
        },
      },
      phone,
    );
  }),
  joinHousehold: about('person', (person, hand) => {
    const household = choose({ ...hand, pick: Math.floor(hand.pick / 3) + 3 }, 'household');
    const membership = newMembership(hand.newId(), { personId: person.id, householdId: household?.id ?? null });
    return household === undefined ? null : quiet({ name: 'member.add', args: { person: null, membership } });
  }),
  moveHousehold: about('household', (household, hand) => {
    const door = choose({ ...hand, pick: Math.floor(hand.pick / 3) + 3 }, 'dwelling');
    return door === undefined
      ? null
      : quiet({ name: 'household.move', args: { householdId: household.id, dwellingId: door.id } });
  }),
  endMembership: about('membership', (row) =>
    quiet({ name: 'membership.end', args: { membershipId: row.id, toOn: '2026-03-02', endReason: 'died' } }),
  ),
  endHousehold: about('household', (row) =>
    quiet({ name: 'household.end', args: { householdId: row.id, toOn: '2026-03-02' } }),
  ),
  addTag: about('person', (person, hand) => {
    const source = hand.newValue();
    return typing({ name: 'tag.add', args: { tag: newTag(hand.newId(), { personId: person.id, source }) } }, source);
  }),
  endTag: about('tag', (row) => quiet({ name: 'tag.end', args: { tagId: row.id, toOn: '2026-03-02' } })),
  ...regroupingMakers,
  ...photoMakers,
  raise: about('dwelling', (door, hand) => {
    const detail = hand.newValue();
    return typing(
      { name: 'need.raise', args: { need: newNeed(hand.newId(), { dwellingId: door.id, detail }) } },
      detail,
    );
  }),
  advance,
  publish,
  claim: withNotice('open', (noticeId) => ({ name: 'wish.claim', args: { noticeId } })),
  release: withNotice('claimed', (noticeId) => ({ name: 'wish.release', args: { noticeId } })),
  finish: withNotice('claimed', (noticeId, hand) => ({
    name: 'wish.finish',
    args: { noticeId, help: hand.pick % 3 === 0 ? null : newHelp(hand.newId()) },
  })),
  withdraw: withNotice('claimed', (noticeId) => ({ name: 'wish.withdraw', args: { noticeId } })),
  help: (hand) => {
    const need = hand.pick % 2 === 0 ? undefined : choose(hand, 'need');
    const note = hand.newValue();
    return typing(
      { name: 'help.log', args: { help: newHelp(hand.newId(), { note, needId: need?.id ?? null }) } },
      note,
    );
  },
  decideHeld,
  poison: writePoison,
  decide: about('conflict', (row, hand) => {
    const table = textOf(row, 'table');
    const target = editable.find(([name]) => name === table)?.[0];
    const shown = target === undefined ? undefined : hand.phone.view.row(target, textOf(row, 'rowId') ?? '');
    const state = hand.pick % 2 === 0 ? 'kept' : 'changed';
    const field = textOf(row, 'field') ?? '';
    // An older app names no rev when it decides; none decides about a record that is not on the screen.
    const seen = shown === undefined ? { seen: 0 } : hand.pick % 4 === 1 ? { seen: seenRev(shown, field) } : {};
    const saw = state === 'changed' && shown !== undefined ? textOf(shown, field) : null;
    const value = state === 'changed' ? (textOf(row, 'lostValue') ?? '') : '';
    return {
      intent: { name: 'conflict.decide', args: { conflictId: row.id, state, ...seen } },
      typed: [{ value, saw }],
    };
  }),
};

/** Makes what a person does with what is on the screen; null when there is nothing to do it with. */
export const makeAct = (kind: ActionKind, hand: Hand): Act | null => makers[kind](hand);
