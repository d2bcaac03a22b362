import { adfox } from '../../platforms/adfox';
import type { LoggedRequest } from '../../sandbox';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { byId } from '../../platforms/platform';
export { jsonOf, sorted } from '../support/fake-clock-run';

export const { NODE, TYPE, Harness, runOnFakeClock } = testsOf(adfox);

export type Harness = PlatformHarness;

/** What a POST of the classic API carried, name by name in the order of sending. */
export function formOf({ body }: LoggedRequest): [string, string][] {
	return [...new URLSearchParams(String(body))];
}
