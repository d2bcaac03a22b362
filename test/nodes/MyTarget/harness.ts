import { expect } from '@jest/globals';

import { myTarget } from '../../platforms/mytarget';
import type { Sandbox } from '../../sandbox';
import { sorted } from '../support/fake-clock-run';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/fake-clock-run';
export { answer, failing, failureOf } from '../support/failing';

export const { NODE, TYPE: CREDENTIAL, Harness, runOnFakeClock } = testsOf(myTarget);

export type Harness = PlatformHarness;

/** A credential as the user saves it, before any token was issued. */
export const clientCredential = ({ myTarget: { clientId, clientSecret, baseUrl } }: Sandbox) => ({
	authentication: 'clientCredentials',
	clientId,
	clientSecret,
	platform: 'other',
	baseUrl,
});

/** Dates of a test whose sandbox has its clock here. */
export const NOW = '2026-03-02T09:00:00Z';

/** The same rows, each as often, in whatever order. Of a hundred thousand only the first that differ are shown. */
export function expectSameRows(actual: Iterable<object>, expected: Iterable<object>): void {
	const got = sorted(actual);
	const wanted = sorted(expected);
	const at = got.findIndex((row, index) => row !== wanted[index]);
	expect({ rows: got.length, row: got[at] }).toEqual({ rows: wanted.length, row: wanted[at] });
}
