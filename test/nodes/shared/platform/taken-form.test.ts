import { expect, it } from '@jest/globals';

import { takenForm } from '../../../../nodes/shared/platform/taken-form';

it('the form in which a credential was taken is kept for the process, apart from those of others', () => {
	takenForm('type', 'https://a.example', 'token').form = 1;
	expect(takenForm('type', 'https://a.example', 'token').form).toBe(1);
	expect(takenForm('type', 'https://a.example', 'other').form).toBe(0);
	expect(takenForm('type', 'https://b.example', 'token').form).toBe(0);
});
