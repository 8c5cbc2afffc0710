// How a route describes itself for validation and OpenAPI.

import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

interface Shape {
  body?: GenericSchema;
  params?: GenericSchema;
  answer?: GenericSchema;
}

const json = (of: GenericSchema) => {
  const { $schema: _dialect, ...schema } = toJsonSchema(of, { errorMode: 'ignore' });
  return schema;
};

const problem = {
  type: 'object',
  required: ['type', 'status', 'title', 'code'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    code: { type: 'string', description: 'Stable; see ProblemCode in shared/sync/problem.ts' },
  },
  additionalProperties: true,
};

const problems = {
  '4xx': { description: 'application/problem+json', ...problem },
  '5xx': { description: 'application/problem+json', ...problem },
};

/** A route's schema: checked at the edge by Fastify, shown by /api/docs. */
export function schema(summary: string, { body, params, answer }: Shape) {
  return {
    summary,
    ...(body && { body: json(body) }),
    ...(params && { params: json(params) }),
    response: { ...(answer ? { 200: json(answer) } : {}), ...problems },
  };
}

/** For a route that checks its body itself and writes its answer as it is: /api/docs shows their schemas all the same. */
export function shownOnly({ body, answer }: Required<Pick<Shape, 'body' | 'answer'>>) {
  const shown = { body: json(body), response: { 200: { description: 'OK', ...json(answer) }, ...problems } };
  return {
    swaggerTransform: ({ schema: own, url }: { schema: object; url: string }) => ({
      schema: { ...own, ...shown },
      url,
    }),
  };
}
