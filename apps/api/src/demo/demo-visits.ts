import { dayMs, type Instant } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { DemoHousehold } from './demo-household.ts';
import type { DemoAuthor, DemoWriter } from './demo-writer.ts';
import type { Random } from './random.ts';
import { workingTime } from './working-time.ts';

/** How many days back the invented visits reach, in turns of a household. */
const turnsBack = 5;

const notes = [
  '都好,没有新情况',
  '老人咳嗽好多了',
  '问了医保缴费怎么办',
  '孩子上学的事已说明',
  '楼道灯坏了,已报物业',
  '降压药快吃完了',
] as const;

/** Minutes after nine at which people of a household are at home: in the morning, after lunch, or after work. */
const hours = [20, 330, 530] as const;

/** Invents the visits to a household in its own rhythm: most in time, some nearly due, some late, a few never; some doors stay closed at first. */
export const inventVisits = (writer: DemoWriter, home: DemoHousehold, author: DemoAuthor): void => {
  const { random } = writer;
  const { everyDays } = home;
  const chance = random.below(100);
  if (chance < 3) return;
  const homeAt = random.pick(hours);
  const last = daysSinceLast(random, everyDays, chance);
  if (chance % 12 === 5)
    addVisit(writer, home, { outcome: 'noAnswer', at: workingTime(author.at - dayMs, 30) }, author);
  for (let turn = 0; turn < turnsBack; turn += 1) {
    const daysAgo = last + Math.round(turn * everyDays * (0.85 + random.below(25) / 100));
    const at = workingTime(author.at - daysAgo * dayMs, homeAt + random.below(50));
    const before = workingTime(author.at - (daysAgo + 1) * dayMs, homeAt === hours[0] ? hours[1] : hours[0]);
    if (random.isLucky(0.25)) addVisit(writer, home, { outcome: 'noAnswer', at: before }, author);
    addVisit(writer, home, { outcome: 'met', at }, author);
  }
};

/** Invents the visit that found a flat empty. */
export const inventVacantVisit = (writer: DemoWriter, dwelling: StoredRow, author: DemoAuthor): void => {
  const daysAgo = 10 + writer.random.below(80);
  const at = workingTime(author.at - daysAgo * dayMs, 60);
  addVisit(writer, { dwelling, household: null }, { outcome: 'vacant', at }, author);
};

/** A tenth of the households are late, a few were visited today, the others lie anywhere within their turn. */
const daysSinceLast = (random: Random, everyDays: number, chance: number): number => {
  if (chance < 7) return 0;
  if (chance < 15) return everyDays + 1 + random.below(Math.max(3, Math.round(everyDays / 8)));
  return 1 + random.below(everyDays - 2);
};

const addVisit = (
  writer: DemoWriter,
  home: { readonly dwelling: StoredRow; readonly household: StoredRow | null },
  { outcome, at }: { readonly outcome: 'met' | 'noAnswer' | 'vacant'; readonly at: Instant },
  author: DemoAuthor,
): void => {
  const { random } = writer;
  const isMet = outcome === 'met';
  const fields = {
    dwellingId: home.dwelling.id,
    householdId: home.household?.id ?? null,
    outcome,
    way: isMet && random.isLucky(0.1) ? 'phone' : 'door',
    visitedAt: at,
    isLateEntry: false,
    note: isMet && random.isLucky(0.35) ? random.pick(notes) : null,
    unchanged: isMet ? true : null,
  };
  const server = { hasClockSkew: false, visitedBy: author.accountId, visitorName: author.name, recordedAt: at };
  writer.add('visit', { buckets: home.dwelling.buckets, fields, server }, { ...author, at });
};
