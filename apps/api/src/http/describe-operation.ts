import type { DescribeRouteOptions } from 'hono-openapi';
import { toJSONSchema } from 'zod';
import type * as z from 'zod/mini';

/** Is what a route's description is made from. */
interface Described {
  readonly name: string;
  readonly access: string;
  readonly summary: string;
  readonly body?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly answer?: z.ZodMiniType;
  readonly parts?: readonly string[];
}

/** Describes a route for OpenAPI from the schemas that check it, so that the description cannot differ from what is done. */
export const describeOperation = (spec: Described): DescribeRouteOptions => ({
  operationId: spec.name,
  summary: spec.summary,
  ...(spec.access === 'anyone' ? { security: [] } : {}),
  ...(spec.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body) } } } }
    : {}),
  ...(spec.parts
    ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: partsSchema(spec.parts) } } } }
    : {}),
  ...(spec.query ? { parameters: parametersOf(spec.query) } : {}),
  responses: {
    200: {
      description: 'Done',
      ...(spec.answer ? { content: { 'application/json': { schema: schemaOf(spec.answer) } } } : {}),
    },
    default: {
      description: 'An RFC 9457 problem with a code',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

type JsonSchema = NonNullable<NonNullable<DescribeRouteOptions['parameters']>[number]>;

const schemaOf = (schema: z.ZodMiniType) => {
  const { $schema: _, ...plain } = toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return plain as object;
};

const partsSchema = (parts: readonly string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(
    parts.map((part) => [part, { type: 'string' as const, ...(part === 'file' ? { format: 'binary' } : {}) }]),
  ),
});

const parametersOf = (query: z.ZodMiniType): JsonSchema[] => {
  const { properties = {}, required = [] } = toJSONSchema(query, { unrepresentable: 'any', io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: { ...(schema as object) },
  }));
};
