import { expect, it } from '@jest/globals';

import { Deadline } from '../../../connector/transport/deadline';

it('a time-out beyond what a timer takes does not pass at once', async () => {
	const deadline = new Deadline(new AbortController().signal, Number.MAX_SAFE_INTEGER * 4000);
	await new Promise((resolve) => setTimeout(resolve, 20));

	expect(deadline.passed).toBe(false);
	expect(deadline.signal.aborted).toBe(false);
	deadline.lift();
});
