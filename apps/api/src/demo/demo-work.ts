import { civilDateAt, dayMs } from '@lianxin/domain';
import { communityBucket, type StoredRow, userBucket } from '@lianxin/sync/merge';
import type { DemoHousehold } from './demo-household.ts';
import type { DemoAuthor, DemoWriter } from './demo-writer.ts';
import { workingTime } from './working-time.ts';

const demoNeeds = [
  { kind: 'bathing', detail: '行动不便,想请人帮忙洗澡', state: 'open', answer: null, dueIn: -1 },
  { kind: 'medical', detail: '要去医院复查,没人陪', state: 'inProgress', answer: null, dueIn: 1 },
  { kind: 'repair', detail: '厨房水龙头滴水', state: 'done', answer: null, dueIn: 4 },
  {
    kind: 'policy',
    detail: '问高龄补贴怎么领',
    state: 'answered',
    answer: '已说明:带身份证到社区填表,下月起发',
    dueIn: 8,
  },
  { kind: 'handrail', detail: '卫生间想装一个扶手', state: 'open', answer: null, dueIn: 10 },
] as const;

/** Invents needs in every state, one household each. */
export const inventNeeds = (writer: DemoWriter, homes: readonly DemoHousehold[], author: DemoAuthor): void => {
  demoNeeds.forEach((need, at) => {
    const home = homes[(at * 7 + 3) % Math.max(1, homes.length)];
    if (home === undefined) return;
    const raisedAt = workingTime(author.at - (12 - at * 2) * dayMs, 90 + at * 40);
    const isAnswered = need.state === 'answered';
    addNeed(writer, home, {
      fields: { kind: need.kind, detail: need.detail, dueOn: civilDateAt(author.at + need.dueIn * dayMs) },
      server: { state: need.state, answer: need.answer, answeredAt: isAnswered ? raisedAt + 3 * dayMs : null },
      author: { ...author, at: raisedAt },
    });
  });
};

const demoWishes = [
  { kind: 'company', what: '陪老人到医院复查', timeWindow: '下周二上午', place: '石榴园小区一带', skill: null },
  { kind: 'cleaning', what: '帮忙擦高处的窗户', timeWindow: '周末', place: '石榴园小区一带', skill: null },
  { kind: 'tutoring', what: '辅导初中数学,每周一次', timeWindow: '周三晚上', place: '社区活动室', skill: '初中数学' },
] as const;

/** Invents open wishes: a need of a household, the wish that publishes it, and the notice that names nobody. */
export const inventWishes = (writer: DemoWriter, homes: readonly DemoHousehold[], author: DemoAuthor): void => {
  demoWishes.forEach((wished, at) => {
    const home = homes[(at * 11 + 5) % Math.max(1, homes.length)];
    if (home === undefined) return;
    const publishedAt = workingTime(author.at - (1 + at) * dayMs, 200 + at * 30);
    const by = { ...author, at: publishedAt };
    const need = addNeed(writer, home, {
      fields: { kind: wished.kind, detail: wished.what, dueOn: null },
      server: { state: 'inProgress' },
      author: by,
    });
    const notice = writer.add(
      'wishNotice',
      {
        buckets: [communityBucket(writer.communityId)],
        fields: { what: wished.what, place: wished.place, timeWindow: wished.timeWindow, skill: wished.skill },
        server: { publishedAt },
      },
      by,
    );
    const agreement = {
      agreementWay: at === 1 ? 'none' : 'spoken',
      agreementOn: civilDateAt(publishedAt),
      agreementNote: at === 1 ? null : '户主本人',
    };
    const wish = {
      buckets: home.dwelling.buckets,
      fields: { needId: need.id, noticeId: notice.id, ...agreement },
      server: { publishedByName: author.name },
    };
    writer.add('wish', wish, by);
  });
};

/** Invents help that a volunteer gave before. */
export const inventHelp = (writer: DemoWriter, volunteer: DemoAuthor): void => {
  const given = [
    { kind: 'patrol', content: '路口文明劝导', serviceMinutes: 120, place: '青禾路口', peopleServed: 60, daysAgo: 9 },
    { kind: 'goods', content: '送米和油', serviceMinutes: 60, place: '石榴园小区', peopleServed: 3, daysAgo: 20 },
  ];
  for (const { daysAgo, ...help } of given) {
    const at = volunteer.at - daysAgo * dayMs;
    const goods =
      help.kind === 'goods'
        ? [
            { name: '大米', quantity: 3, unit: '袋' },
            { name: '食用油', quantity: 3, unit: '桶' },
          ]
        : [];
    const giver = { giverKind: 'person', giverId: volunteer.accountId, giverName: volunteer.name, giverCount: 1 };
    const server = { recordedBy: volunteer.accountId, recorderName: volunteer.name, recordedAt: at };
    writer.add(
      'help',
      {
        buckets: [userBucket(volunteer.accountId)],
        fields: { ...help, ...giver, goods, servedOn: civilDateAt(at) },
        server,
      },
      { ...volunteer, at },
    );
  }
};

const addNeed = (
  writer: DemoWriter,
  home: DemoHousehold,
  need: {
    readonly fields: Readonly<Record<string, string | null>>;
    readonly server: Readonly<Record<string, string | number | null>>;
    readonly author: DemoAuthor;
  },
): StoredRow => {
  const fields = {
    dwellingId: home.dwelling.id,
    householdId: home.household.id,
    personId: home.head.id,
    handlerName: need.author.name,
    ...need.fields,
  };
  const server = { raisedAt: need.author.at, raisedByName: need.author.name, ...need.server };
  return writer.add('need', { buckets: home.dwelling.buckets, fields, server }, need.author);
};
