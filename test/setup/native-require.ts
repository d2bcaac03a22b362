import { createRequire } from 'node:module';

/**
 * Node's own `require`: under jest the one that `jest-environment.js` hands in (modules are evaluated once per worker
 * instead of once per test file), outside jest a fresh one.
 */
export const nativeRequire: NodeJS.Require =
	(globalThis as { nativeRequire?: NodeJS.Require }).nativeRequire ?? createRequire(__filename);
