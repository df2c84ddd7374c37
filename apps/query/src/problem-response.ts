import { ApiResponse } from '@nestjs/swagger';
import { ProblemDocument } from '@docketwire/contracts';
import { z } from 'zod';

const { $schema: _dialect, id: _id, ...PROBLEM } = z.toJSONSchema(ProblemDocument) as Record<string, unknown>;

/** Says of a route that it may answer with a problem document: Nest's own decorator would call it plain JSON. */
export function ApiProblem(status: number, description: string): MethodDecorator {
  return ApiResponse({ status, description, content: { 'application/problem+json': { schema: PROBLEM } } });
}
