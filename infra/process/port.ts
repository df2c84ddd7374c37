import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Asks the system for ports that nobody listens on; all are held at once, so that no number comes twice. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))));
  return ports;
}

/** Whether a server could listen on this port of the loopback address now. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    const server = await listen(port);
    await new Promise((resolve) => void server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

type PortWait = Readonly<{ host?: string; timeoutMs: number; isAlive: () => boolean }>;

/** Waits until somebody listens; gives up, with false, at the end of the time or when `isAlive` says that nobody will. */
export async function waitForPort(port: number, { host = '127.0.0.1', timeoutMs, isAlive }: PortWait): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && isAlive(); ) {
    if (await accepts(port, host)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
