import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';

import { nativeRequire } from '../setup/native-require';

const native = nativeRequire(join(__dirname, 'native-date.js')) as DateConstructor;
const DAY_MS = 86_400_000;
const MOSCOW_MS = 3 * 3_600_000;

/**
 * While the tests of this file run, the built nodes begin at noon in Moscow, so that no midnight passes between a test
 * and the node that it compares with.
 *
 * @returns what gives the day so many days ago, in Moscow
 */
export function atNoonInMoscow(): (daysAgo: number) => string {
	const real = native.now;
	const noon = () => real() - ((real() + MOSCOW_MS) % DAY_MS) + DAY_MS / 2;
	beforeAll(() => {
		const ahead = noon() - real();
		native.now = () => real() + ahead;
	});
	afterAll(() => {
		native.now = real;
	});
	return (daysAgo) => new Date(native.now() + MOSCOW_MS - daysAgo * DAY_MS).toISOString().slice(0, 10);
}
