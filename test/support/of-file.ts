import { afterAll, afterEach, beforeAll } from '@jest/globals';

import { shortenWaits } from './no-waiting';

interface Opened {
	reset?(): void;
	close?(): Promise<void>;
}

/**
 * What the tests of a file (or of the `describe` that this is called in) share: opened before the first of them, as new
 * after each, closed after the last. Nothing of it is there before a test runs.
 */
export function ofFile<T extends object>(open: () => Promise<T>): T {
	let opened: (T & Opened) | undefined;
	beforeAll(async () => {
		opened = await open();
	});
	afterEach(() => {
		opened?.reset?.();
	});
	afterAll(async () => opened?.close?.());
	return new Proxy({} as T, {
		get: (_nothing, name) => {
			if (opened === undefined) throw new Error(`${String(name)} is asked for before the tests run.`);
			return Reflect.get(opened, name) as unknown;
		},
	});
}

const ofThisTest: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const opened of ofThisTest.splice(0)) await opened.close();
});

/** What one test alone needs: closed when it ends, however it does. */
export async function ofTest<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
	const opened = await opening;
	ofThisTest.push(opened);
	return opened;
}

/** Waits of the built nodes are short in the tests of this file: what they wait for is there at once. */
export function shortWaitsInThisFile(): void {
	let giveBack: () => void;
	beforeAll(() => {
		giveBack = shortenWaits();
	});
	afterAll(() => {
		giveBack();
	});
}
