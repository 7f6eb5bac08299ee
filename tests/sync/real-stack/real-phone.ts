import { createHash } from 'node:crypto';
import { isRecordName, phoneFields, specOf } from '@lianxin/domain';
import {
  type FoundSegment,
  fromSegment,
  type PullAnswer,
  pullAnswerSchema,
  pushAnswerSchema,
  segmentSchema,
  type WireRow,
} from '@lianxin/protocol';
import { type Intent, type RoundResult, runRound, type Transport } from '@lianxin/sync/client';
import { plainCodec } from '../../../apps/web/src/storage/codec.ts';
import { AccountDatabase } from '../../../apps/web/src/storage/database.ts';
import { createDexieStore } from '../../../apps/web/src/storage/dexie-store.ts';
import { openRegister, type Register } from '../../../apps/web/src/storage/register.ts';
import type { Person, Stack } from './stack.ts';

/** Names what the network does to the next request. */
export type NetworkFault = 'none' | 'loseRequest' | 'loseAnswer' | 'sendTwice';

/** Waits for its turn among everything under way; a scheduler decides the order. */
export type Turn = (label: string) => Promise<void>;

/** Is the phone's own code over IndexedDB, speaking to the real application. A second tab opens another register on the same database. */
export interface RealPhone {
  readonly person: Person;
  readonly register: () => Register;
  readonly save: (intent: Intent) => Promise<readonly string[]>;
  readonly round: (fault: NetworkFault) => Promise<RoundResult | 'failed'>;
  /** Closes the tab in the middle of whatever it does and opens a new one on what IndexedDB holds. */
  readonly reopen: () => Promise<void>;
  readonly openTab: () => Promise<Register>;
  readonly close: () => void;
}

/** Is what a phone is opened on. */
export interface PhoneSetting {
  readonly stack: Stack;
  readonly communityId: string;
  readonly skewMs: number;
  readonly turn: Turn;
  /** Collects what no fault of the network explains: another status, another shape, a column that the role may not see. */
  readonly complaints: string[];
}

/** Opens somebody's phone. */
export const openRealPhone = async (person: Person, setting: PhoneSetting): Promise<RealPhone> => {
  const { stack, communityId, skewMs } = setting;
  const { newId } = stack.started.deps;
  const now = (): number => stack.started.clock.now + skewMs;
  const databases: AccountDatabase[] = [];
  const openTab = (): Promise<Register> => {
    const database = new AccountDatabase(person.accountId);
    databases.push(database);
    return openRegister({
      store: createDexieStore(database, plainCodec, person.accountId),
      communityId,
      author: { userId: person.accountId, userName: person.name },
      now,
      newId,
      announce: () => undefined,
    });
  };
  let register = await openTab();
  return {
    person,
    register: () => register,
    save: async (intent) => {
      const saved = await register.save([intent]);
      return saved.type === 'saved' ? saved.mutationIds : [];
    },
    round: async (fault) => {
      const mine = register;
      const transport = createTransport(person, setting, fault);
      try {
        return await runRound({
          transport,
          state: mine.state,
          rows: () => mine.confirmed,
          update: mine.update,
          now,
          newId,
        });
      } catch {
        return 'failed';
      }
    },
    reopen: async () => {
      databases.splice(0).forEach((database) => {
        database.close();
      });
      register = await openTab();
    },
    openTab,
    close: () => {
      databases.forEach((database) => {
        database.close();
      });
    },
  };
};

/** Carries requests to the application as it is served, after waiting for their turn. The fault strikes the first request. */
const createTransport = (person: Person, { turn, complaints }: PhoneSetting, fault: NetworkFault): Transport => {
  let next = fault;
  const exchange = async (path: string, request: unknown): Promise<unknown> => {
    const now = next;
    next = 'none';
    await turn(`${person.name} ${path}`);
    if (now === 'loseRequest') throw new Error('the request was lost');
    const send = async (): Promise<unknown> => {
      const answer = await person.client.request('POST', path, request);
      if (answer.status !== 200) {
        complaints.push(`${path} answered ${answer.status}`);
        throw new Error('not what was asked for');
      }
      return answer.json();
    };
    const first = await send();
    const answer = now === 'sendTwice' ? await send() : first;
    await turn(`${person.name} hears of ${path}`);
    if (now === 'loseAnswer') throw new Error('the answer was lost');
    return answer;
  };
  return {
    push: async (request) => {
      const answer = await exchange('/sync/push', request);
      return noting(complaints, () => pushAnswerSchema.parse(answer));
    },
    pull: async (request) => {
      const answer = await exchange('/sync/pull', request);
      return noting(complaints, () => {
        const page = pullAnswerSchema.parse(answer);
        expectOwnColumns(person, rowsOf(page));
        return page;
      });
    },
    segments: async ({ communityId, hashes }) => {
      const found: FoundSegment[] = [];
      for (const hash of hashes) {
        await turn(`${person.name} fetches a segment`);
        const answer = await person.client.request('GET', `/sync/segments/${hash}?community=${communityId}`);
        if (answer.status !== 200) continue;
        const text = await answer.text();
        const segment = noting(complaints, () => segmentSchema.parse(JSON.parse(text)));
        noting(complaints, () => expectOwnColumns(person, fromSegment(segment)));
        found.push({ hash: createHash('sha256').update(text).digest('hex'), segment });
      }
      return { found };
    },
  };
};

/** A round takes every error for a lost network, so what is wrong is also written down. */
const noting = <T>(complaints: string[], work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    complaints.push(String(cause));
    throw cause;
  }
};

const volunteerTables = ['unit', 'wishNotice', 'householdCard', 'help'];

const rowsOf = (answer: PullAnswer): readonly WireRow[] => answer.buckets.flatMap((page) => page.rows);

/** No frame carries a column that its reader's role may not see. */
const expectOwnColumns = (person: Person, rows: readonly WireRow[]): void => {
  for (const row of rows) {
    if (!isRecordName(row.table)) throw new Error(`an unknown table travels: ${row.table}`);
    const allowed = phoneFields(specOf(row.table));
    const foreign = Object.keys(row.fields ?? {}).filter((name) => !allowed.includes(name));
    if (foreign.length > 0) throw new Error(`${row.table} shows ${foreign.join(', ')} to a phone`);
    if (person.role === 'volunteer' && !volunteerTables.includes(row.table))
      throw new Error(`a volunteer got a ${row.table}`);
  }
};
