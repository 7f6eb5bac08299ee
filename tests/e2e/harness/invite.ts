import { inviteAnswerSchema } from '@lianxin/protocol';
import type { ApiClient } from './api-client.ts';
import type { RunningServer } from './running-server.ts';
import { queryRows } from './stored-rows.ts';

/** The id of a unit by its name, wherever it is. */
export const unitIdOf = (server: RunningServer, name: string): string => {
  const [unit] = queryRows(server, 'SELECT id FROM units WHERE name = ?', name);
  if (typeof unit?.['id'] !== 'string') throw new Error(`there is no unit ${name}`);
  return unit['id'];
};

/** Invites somebody as an administrator; the answer holds the link of the invitation. */
export const invite = async (
  server: RunningServer,
  admin: ApiClient,
  person: { readonly name: string; readonly role: string; readonly unit: string },
): Promise<{ readonly link: string }> => {
  const postings = [{ unitId: unitIdOf(server, person.unit), role: person.role }];
  const answer = await admin.call('POST', '/accounts', { name: person.name, postings });
  return inviteAnswerSchema.parse(await answer.json()).invitation;
};
