import { adfox } from '../../platforms/adfox';
import type { LoggedRequest } from '../../sandbox';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { byId } from '../../platforms/platform';
export { jsonOf, sorted } from '../support/fake-clock-run';
export { answer, failing, failureOf } from '../support/failing';

export const { NODE, TYPE, Harness, runOnFakeClock } = testsOf(adfox);

export type Harness = PlatformHarness;

/** What a POST of the classic API carried, name by name in the order of sending. */
export function formOf({ body }: LoggedRequest): [string, string][] {
	return [...new URLSearchParams(String(body))];
}

/** API Request. */
export const send = (object: string, action: string, actionObject = '', parameters: unknown = {}) => ({
	resource: 'request',
	operation: 'send',
	object,
	action,
	actionObject,
	parameters: typeof parameters === 'string' ? parameters : JSON.stringify(parameters),
	returnAll: true,
});
