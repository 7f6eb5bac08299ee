import { serve } from '@hono/node-server';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../apps/api/src/create-app.ts';
import { createWorkbookReader } from '../../apps/api/src/modules/imports/workbook-reader.ts';
import { signInFirstOperator, startTestApp } from '../../apps/api/src/testing/test-app.ts';
import { buildPlace } from '../../apps/api/src/testing/test-place.ts';

const part = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook of some hundred kilobytes whose one sheet inflates to a hundred megabytes. */
const bomb = (): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': part(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      'xl/workbook.xml': part('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1024 * 1024),
    },
    { level: 9 },
  );

describe('a zip bomb', () => {
  it('is refused over a real socket while the server goes on answering', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const app = createApp({ ...started.deps, readWorkbook: createWorkbookReader() });
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    try {
      await new Promise((resolve) => server.once('listening', resolve));
      const bound = server.address();
      const origin = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
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
      await new Promise((resolve) => server.close(resolve));
    }
  }, 60_000);
});
