import { type InviteAnswer, inviteAnswerSchema, type SessionAnswer, sessionAnswerSchema } from '@lianxin/protocol';
import type { Hono } from 'hono';
import { v7 } from 'uuid';
import { createApp } from '../create-app.ts';
import { createLog } from '../http/create-log.ts';
import type { Address, AppDeps } from '../http/deps.ts';
import { readLedgerFile } from '../modules/imports/read-ledger-file.ts';
import { toResult } from '../modules/imports/workbook-reader.ts';
import { issueInvitation } from '../modules/session/invitation-routes.ts';
import { openTestStore } from './test-store.ts';

const origin = 'http://127.0.0.1:8787';

/** Is a browser: it keeps its cookie and speaks to the application without a socket. */
export interface TestClient {
  readonly request: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly cookie: () => string;
}

/** Is a running application over a real store in a fresh directory. */
export interface TestApp extends ReturnType<typeof openTestStore> {
  readonly app: Hono;
  readonly deps: AppDeps;
  readonly logged: string[];
  readonly client: () => TestClient;
}

/** Starts an application. */
export const startTestApp = (
  options: {
    readonly address?: Address;
    readonly webFolder?: string;
    readonly opened?: ReturnType<typeof openTestStore>;
  } = {},
): TestApp => {
  const opened = options.opened ?? openTestStore();
  const logged: string[] = [];
  const deps: AppDeps = {
    store: opened.store,
    keyring: opened.keyring,
    sealingKey: opened.sealingKey,
    // The same reading without a thread, whose start would teach it TypeScript each time.
    readWorkbook: async (input) => toResult(await readLedgerFile(input)),
    address: options.address ?? { isTls: false, publicUrl: null },
    webFolder: options.webFolder ?? null,
    now: () => opened.clock.now,
    newId: () => v7(),
    log: createLog('info', { write: (line) => void logged.push(line) }),
  };
  const app = createApp(deps);
  return { ...opened, app, deps, logged, client: () => createClient(app) };
};

/** Makes a browser without a session. */
const createClient = (app: Hono): TestClient => {
  let cookie = '';
  return {
    cookie: () => cookie,
    request: async (method, path, body, headers = {}) => {
      const isForm = body instanceof FormData;
      const sent = method === 'GET' ? {} : { body: isForm ? body : JSON.stringify(body ?? {}) };
      const type: Record<string, string> = method === 'GET' || isForm ? {} : { 'content-type': 'application/json' };
      const answer = await app.request(`${origin}/api/v1${path}`, {
        method,
        headers: { host: '127.0.0.1:8787', ...type, ...(cookie === '' ? {} : { cookie }), ...headers },
        ...sent,
      });
      const set = answer.headers.get('set-cookie')?.split(';')[0];
      if (set !== undefined) cookie = set;
      return answer;
    },
  };
};

/** Signs in the first administrator. */
export const signInFirstOperator = async (
  started: TestApp,
): Promise<{ readonly client: TestClient; readonly session: SessionAnswer }> => {
  await started.store.accounts.createFirstOperator('管理员');
  const [starter] = await started.store.accounts.starters();
  if (starter === undefined) throw new Error('there is no starter account');
  const { kept, shown } = issueInvitation(started.deps, origin);
  await started.store.accounts.renewStarter(starter.accountId, kept);
  return acceptInvitation(started, { code: shown.code, loginName: '管理员' });
};

/** Accepts an invitation as somebody new. */
export const acceptInvitation = async (
  started: TestApp,
  input: { readonly code: string; readonly loginName: string },
): Promise<{ readonly client: TestClient; readonly session: SessionAnswer }> => {
  const client = started.client();
  const answer = await client.request('POST', '/invitations/accept', {
    invitation: { code: input.code },
    loginName: input.loginName,
    password: testPassword,
  });
  if (answer.status !== 200) throw new Error(`the invitation was not accepted: ${await answer.text()}`);
  return { client, session: sessionAnswerSchema.parse(await answer.json()) };
};

/** Invites somebody through the desk. */
export const invite = async (
  admin: TestClient,
  name: string,
  postings: readonly { readonly unitId: string; readonly role: string }[],
): Promise<InviteAnswer> => {
  const answer = await admin.request('POST', '/accounts', { name, postings });
  if (answer.status !== 201) throw new Error(`nobody was invited: ${await answer.text()}`);
  return inviteAnswerSchema.parse(await answer.json());
};

/** Is the password everybody has in tests. */
export const testPassword = '青山绿水-38-日出';
