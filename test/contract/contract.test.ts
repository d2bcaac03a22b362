import { expect, test } from '@jest/globals';

import { committedContracts, currentContracts } from './contracts';

// After a change that is meant: npm run contract, and look at the difference.
test.each([...currentContracts()])('the parameters are those of contract/%s', (file, text) => {
	expect(text).toBe(committedContracts().get(file));
});

test('contract/ holds nothing else', () => {
	expect([...committedContracts().keys()].sort()).toEqual([...currentContracts().keys()].sort());
});
