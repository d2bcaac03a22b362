import { expect, it } from '@jest/globals';

import { processPorts } from '../../../../nodes/shared/platform/ports';

it('one process has one transport, and a limiter for each account', () => {
	expect(processPorts.transport()).toBe(processPorts.transport());
	expect(processPorts.limiter('a')).toBe(processPorts.limiter('a'));
	expect(processPorts.limiter('b')).not.toBe(processPorts.limiter('a'));
});
