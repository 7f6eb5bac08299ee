import { apiBase } from '@lianxin/protocol';
import { password } from './password.ts';
import type { PrintedInvitation } from './printed-invitation.ts';
import type { RunningServer } from './running-server.ts';

/** Calls the server's API as one signed-in person, to prepare what a test is not about. */
export interface ApiClient {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
}

/** Takes up an invitation without a browser. */
export const acceptByApi = async (
  server: RunningServer,
  invitation: Pick<PrintedInvitation, 'link'>,
  loginName: string,
): Promise<ApiClient> => {
  const token = new URL(invitation.link).hash.slice(1);
  const answer = await send(server.origin, 'POST', '/invitations/accept', {
    body: { invitation: { token }, loginName, password },
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    call: (method, path, body) => send(server.origin, method, path, { body, cookie }),
  };
};

const send = async (
  origin: string,
  method: string,
  path: string,
  { body, cookie }: { readonly body?: unknown; readonly cookie?: string },
): Promise<Response> => {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${origin}${apiBase}${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
};
