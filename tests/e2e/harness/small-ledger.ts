import type { ApiClient } from './api-client.ts';
import { unitIdOf } from './invite.ts';
import type { RunningServer } from './running-server.ts';

/** A resident ledger with a little of the usual dirt. */
const smallLedger = [
  '青禾路社区居民信息台账',
  '楼栋,单元,房号,户主,姓名,与户主关系,性别,身份证号,联系电话',
  '8号楼,1单元,101,何小满,何小满,户主,男,410599197203150000,19900001234',
  '8号楼,1单元,101,何小满,邓春燕,妻,女,410599197508124567,19900001235',
  '8号楼,1单元,102,史永福,史永福,户主,男,,同上',
  '8号楼,1单元,201,空房,,,,,',
  '8号楼,1单元,202,段建国,段建国,户主,男,410599198802113031,19900001236',
].join('\n');

/** Uploads a small ledger and stops at the preview. */
export const importSmallLedger = async (server: RunningServer, admin: ApiClient): Promise<void> => {
  const form = new FormData();
  form.set('community', unitIdOf(server, '青禾路社区'));
  form.set('file', new Blob([smallLedger]), '居民信息台账.csv');
  await admin.call('POST', '/imports', form);
};
