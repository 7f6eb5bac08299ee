import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findProgram } from '../../tools/find-program.mjs';
import { readDeviceStorage } from './harness/device-storage.ts';
import { createPhone } from './harness/phone.ts';
import { startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';

/** A name that no resolver knows, which this browser alone takes to the own machine. */
const otherName = 'lianxin.test';
const mapped = `--host-resolver-rules=MAP ${otherName} 127.0.0.1`;

test('another name without HTTPS sends people to their administrator and offers no sign-in', async () => {
  const server = await startServer();
  const { port } = new URL(server.origin);
  const phone = createPhone(`http://${otherName}:${port}`, { args: [mapped] });
  const page = await phone.open('/sign-in');
  await expect(page.getByText('此地址不能离线使用,请找管理员')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.goto(new URL(server.invitation('网格员', '王芳').link).pathname);
  await expect(page.getByText('此地址不能离线使用,请找管理员')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await phone.remove();
  await server.remove();
});

/** Makes a certificate for the other name that lasts a day. */
const makeCertificate = (folder: string): { readonly cert: string; readonly key: string } => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const subject = ['-subj', `/CN=${otherName}`, '-addext', `subjectAltName=DNS:${otherName},IP:127.0.0.1`];
  execFileSync('openssl', [...request, ...subject, '-out', cert, '-keyout', key], { stdio: 'ignore' });
  return { cert, key };
};

test('with a certificate the same name signs in, works without a network and caches nothing but the build', async () => {
  test.info().skip(findProgram(['openssl']) === undefined, 'no openssl is installed to make a certificate with');
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-tls-'));
  const { cert, key } = makeCertificate(folder);
  const server = await startServer({ env: { TLS_CERT: cert, TLS_KEY: key } });
  const { port } = new URL(server.origin);
  const origin = `https://${otherName}:${port}`;
  // A service worker is only installed where the certificate is trusted, so this browser is told to trust all of them.
  const phone = createPhone(origin, { args: [mapped, '--ignore-certificate-errors'], ignoresCertificate: true });
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await waitForFirstPull(page);
  const [cookie] = await phone.context().cookies();
  expect(cookie).toMatchObject({ name: '__Host-lianxin', httpOnly: true, secure: true, sameSite: 'Lax' });
  await phone.goOffline();
  await page.goto('/register');
  await expect(page.getByRole('link', { name: '1号楼' })).toBeVisible();
  const { cached } = await readDeviceStorage(page);
  const paths = cached.map((address) => new URL(address).pathname);
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.filter((path) => !/^\/(assets\/|icons\/|index\.html$|manifest\.webmanifest$)/.test(path))).toEqual([]);
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
  await phone.remove();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});
