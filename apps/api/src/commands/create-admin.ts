import { findRoot, readConfig } from '../config.ts';
import { originOf } from '../http/address.ts';
import { issueInvitation } from '../modules/session/invitation-routes.ts';
import { openDeployment } from '../open-deployment.ts';

const config = readConfig(process.env, [], findRoot(import.meta.dirname));
if (!config.ok) {
  console.error(config.error);
  process.exit(1);
}
const deployment = openDeployment(config.value);
const address = { isTls: config.value.tls !== null, publicUrl: config.value.publicUrl };
const { kept, shown } = issueInvitation(deployment, originOf(address, `${config.value.host}:${config.value.port}`));
const accountId = await deployment.store.accounts.createOperator(process.argv[2] ?? '管理员');
await deployment.store.accounts.renewStarter(accountId, kept);
process.stdout.write(`${shown.link}\ncode ${shown.code}\n`);
await deployment.store.close();
