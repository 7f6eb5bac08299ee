import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { type Config, findRoot, readConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { buildDemo } from './demo/build-demo.ts';
import { scheduleBackups } from './durability/schedule-backups.ts';
import { isLoopback, originOf } from './http/address.ts';
import { createLog } from './http/create-log.ts';
import type { Address } from './http/deps.ts';
import { createWorkbookReader } from './modules/imports/workbook-reader.ts';
import { type Deployment, openDeployment } from './open-deployment.ts';
import { printInvitations } from './print-invitations.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const start = async (config: Config): Promise<void> => {
  const deployment = openDeployment(config);
  const { store } = deployment;
  if (await store.isEmpty()) {
    if (config.isDemo) await store.loadDemo(buildDemo(deployment.now()));
    else await store.accounts.createFirstOperator('管理员');
  } else if (config.isDemo && !(await store.isDemo())) {
    print(`${config.dataDirectory} already holds real accounts, so no demo is loaded into it.`);
  }
  const address: Address = { isTls: config.tls !== null, publicUrl: config.publicUrl };
  const stopping = new AbortController();
  const server = listen(config, { ...deployment, stopping: stopping.signal }, address);
  server.once('error', (cause: Error) =>
    fail(`The server cannot listen on ${config.host}:${config.port}: ${cause.message}`),
  );
  server.once('listening', async () => {
    const bound = server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
    const origin = originOf(address, `${reachableHost(config.host)}:${port}`);
    print(`Lianxin 连心 is open at ${origin}`);
    if (!isLoopback(config.host) && !address.isTls && config.publicUrl?.protocol !== 'https:') {
      print(
        'Other machines reach it without HTTPS, so it offers no sign-in to them: set TLS_CERT and TLS_KEY, or PUBLIC_URL for a proxy (docs/operations.md).',
      );
    }
    await printInvitations(deployment, origin, print);
  });
  startBackups(config, stopping.signal);
  stopGracefully(server, deployment, stopping);
};

/** Makes backups by itself where the deployment asks for it; what they say goes to the server's own output. */
const startBackups = ({ backup: { everyMinutes, directory } }: Config, stopping: AbortSignal): void => {
  if (everyMinutes === null) return;
  const schedule = { everyMinutes, directory, programFolder: import.meta.dirname, tell: print, now: Date.now };
  scheduleBackups(schedule, stopping);
};

const listen = (
  config: Config,
  deployment: Deployment & { readonly stopping: AbortSignal },
  address: Address,
): ServerType => {
  const webFolder = join(config.root, 'dist', 'web');
  const app = createApp({
    ...deployment,
    phones: config.phones,
    address,
    readWorkbook: createWorkbookReader(),
    webFolder: existsSync(webFolder) ? webFolder : null,
    log: createLog(process.env['LOG_LEVEL'] ?? 'warn'),
  });
  const tls = config.tls === null ? { createServer } : { createServer: createTlsServer, serverOptions: config.tls };
  return serve({ fetch: app.fetch, hostname: config.host, port: config.port, ...tls });
};

/** Stops taking requests, ends the streams, lets the running requests finish, and leaves the database without a log to replay. */
const stopGracefully = (server: ServerType, deployment: Deployment, stopping: AbortController): void => {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    stopping.abort();
    server.close(async () => {
      await deployment.store.close();
      process.exit(0);
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

/** Every address of the machine is no address to open; its own is. */
const reachableHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const config = readConfig(process.env, process.argv.slice(2), findRoot(import.meta.dirname));
if (!config.ok) fail(config.error);
else await start(config.value).catch((cause: unknown) => fail(cause instanceof Error ? cause.message : String(cause)));
