import { apiBase, errorCodes } from '@lianxin/protocol';
import type { GenerateSpecOptions } from 'hono-openapi';

/** Is what the OpenAPI description says besides the routes. */
export const openApiDocument: GenerateSpecOptions['documentation'] = {
  info: { title: 'Lianxin', version: '1', description: 'Visits, help and ledgers for community grid workers' },
  servers: [{ url: apiBase }],
  security: [{ session: [] }],
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-lianxin' } },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string', enum: [...errorCodes] },
          detail: { type: 'string' },
        },
      },
    },
  },
};
