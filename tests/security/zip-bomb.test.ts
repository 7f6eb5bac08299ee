import { describe, expect, it } from 'vitest';
import { createApp } from '../../apps/api/src/create-app.ts';
import { createWorkbookReader } from '../../apps/api/src/modules/imports/workbook-reader.ts';
import { signInFirstOperator, startTestApp } from '../../apps/api/src/testing/test-app.ts';
import { buildPlace } from '../../apps/api/src/testing/test-place.ts';
import { startTestServer } from '../../apps/api/src/testing/test-server.ts';
import { zipOf } from './zip-of.ts';

/** A workbook of some hundred kilobytes whose one sheet inflates to a hundred megabytes. */
const bomb = (): Uint8Array =>
  zipOf([
    { name: '[Content_Types].xml', content: Buffer.from('<?xml version="1.0"?><Types/>') },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
    },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(100 * 1024 * 1024) },
  ]);

describe('a zip bomb', () => {
  it('is refused over a real socket while the server goes on answering', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const server = await startTestServer(createApp({ ...started.deps, readWorkbook: createWorkbookReader() }));
    try {
      const { origin } = server;
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bomb())], '底册.xlsx'));
      form.set('community', place.communityId);
      let isRefused = false;
      const refused = fetch(`${origin}/api/v1/imports`, {
        method: 'POST',
        headers: { cookie: client.cookie() },
        body: form,
      }).then(async (answer) => {
        isRefused = true;
        return { status: answer.status, code: JSON.parse(await answer.text()).code };
      });
      let healthy = 0;
      while (!isRefused) {
        expect((await fetch(`${origin}/healthz`)).status).toBe(200);
        healthy += 1;
      }
      expect(await refused).toEqual({ status: 422, code: 'workbookTooLarge' });
      expect(healthy).toBeGreaterThan(1);
    } finally {
      await server.stop();
    }
  }, 60_000);
});
