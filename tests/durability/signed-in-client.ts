import { apiBase } from '@lianxin/protocol';
import { password } from '../e2e/harness/password.ts';

/** Sends one request of a signed-in person; the address of the server is an argument because it moves when it restarts. */
export type SignedInClient = (origin: string, path: string, body: unknown) => Promise<Response>;

/** Takes up an invitation over HTTP. */
export const acceptInvitation = async (origin: string, link: string, loginName: string): Promise<SignedInClient> => {
  const token = new URL(link).hash.slice(1);
  const answer = await post(origin, '/invitations/accept', { invitation: { token }, loginName, password });
  if (!answer.ok) throw new Error(`the invitation of ${loginName} was not taken up: ${await answer.text()}`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (to, path, body) => post(to, path, body, { cookie });
};

const post = (
  origin: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${origin}${apiBase}${path}`, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      // Who watches the server's sockets must be able to read its answers.
      'accept-encoding': 'identity',
      ...headers,
    },
    body: JSON.stringify(body),
  });
