type Room = Readonly<{
  /** Rooms under `libs/` that it may import. */
  rooms: readonly string[];
  /** Packages from npm that it may import. */
  packages: readonly string[];
  /** Whether it may use Node's own modules beyond `node:crypto`: a pure room may not. */
  io?: boolean;
}>;

const PURE = { packages: [] } as const;
const NEST = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'] as const;

/** The one table of who may import whom; docs/architecture.md tells it in words. */
export const ROOMS: Readonly<Record<string, Room>> = {
  'libs/kernel': { ...PURE, rooms: [], packages: ['uuid'] },
  'libs/contracts': { rooms: ['kernel', 'case'], packages: ['zod'] },
  'libs/case': { ...PURE, rooms: ['kernel'] },
  'libs/extraction': { ...PURE, rooms: ['kernel', 'case'] },
  'libs/identity': { ...PURE, rooms: ['kernel', 'case'] },
  'libs/log': { rooms: ['kernel', 'contracts', 'platform'], packages: [...NEST, '@nestjs/microservices', 'kafkajs'], io: true },
  'libs/platform': { rooms: ['kernel'], packages: [...NEST, '@nestjs/platform-fastify', '@nestjs/swagger', '@nestjs/typeorm', 'nestjs-pino', 'pino', 'pg', 'typeorm', 'zod'], io: true },
  'libs/projection': { rooms: ['kernel', 'contracts', 'case', 'platform'], packages: [...NEST, '@nestjs/typeorm', 'typeorm', 'pg'], io: true },
  'apps/intake': { rooms: ['kernel', 'contracts', 'log', 'platform'], packages: [...NEST, '@nestjs/platform-fastify', '@nestjs/swagger', 'typeorm', 'zod'], io: true },
  'apps/extractor': { rooms: ['kernel', 'contracts', 'case', 'extraction', 'identity', 'log', 'platform'], packages: [...NEST, '@nestjs/microservices', '@nestjs/typeorm', 'typeorm'], io: true },
  'apps/projector': { rooms: ['kernel', 'contracts', 'case', 'log', 'platform', 'projection'], packages: [...NEST, '@nestjs/microservices', '@nestjs/swagger', '@nestjs/typeorm', 'typeorm'], io: true },
  'apps/query': { rooms: ['kernel', 'contracts', 'case', 'platform', 'projection'], packages: [...NEST, '@nestjs/platform-fastify', '@nestjs/swagger', '@nestjs/typeorm', 'typeorm', 'pg', 'preact', 'preact-render-to-string', 'zod'], io: true },
  'apps/cli': { rooms: ['kernel', 'contracts'], packages: ['commander', 'picocolors'], io: true },
};
