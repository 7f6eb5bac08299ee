import { tDesk } from '../../locale/desk-messages.ts';
import { t } from '../../locale/messages.ts';
import type { ApiFailure } from '../../storage/api-client.ts';

/** Words why the server did not do it, for the person at the desk. */
export const failureSentence = ({ code }: ApiFailure): string =>
  code === 'offline' ? tDesk.desk.offline : t.errors[code];
