import { expect, it } from '@jest/globals';

import { flatLead } from '../../../nodes/MyTarget/lead/flat-lead';

const NOBODY = {
	first_name: null,
	email: null,
	phone: null,
	birth_date: null,
	city: null,
	social_media_profile: null,
};
const asked = (question_text: unknown, answer_text: unknown, ...options: unknown[]) => ({
	...{ block_id: 4, question_text, answer_text },
	answer_options: options.map((text) => ({ text })),
});

it.each([
	['no contact', { id: 1, contact_info: null, answers: null }, { id: 1, ...NOBODY }],
	['a contact in another form', { id: 1, contact_info: 'x', answers: {} }, { id: 1, ...NOBODY }],
	['a field that is new', { contact_info: { last_name: 'Л' } }, { ...NOBODY, last_name: 'Л' }],
	[
		'a question that is asked three times, and one that is called like a column',
		{
			id: 1,
			answers: [...['утром', 'днём', 'ночью'].map((when) => asked('Когда?', when)), asked('id', '7')],
		},
		{ id: 1, ...NOBODY, 'Когда?': 'утром', 'Когда? (2)': 'днём', 'Когда? (3)': 'ночью', 'id (2)': '7' },
	],
	[
		'options with and without a free text',
		{ answers: [asked('A', '', 'x', 'y'), asked('B', 'own', 'x'), asked('C', null)] },
		{ ...NOBODY, A: 'x, y', B: 'own', C: '' },
	],
	['a question without words', { answers: [asked('', 'a'), 'odd', null] }, { ...NOBODY, answer_4: 'a' }],
	['a time in another form', { created_at: 'now' }, { created_at: 'now', ...NOBODY }],
	['nothing', {}, {}],
])('a lead with %s', (_name, lead, flat) => {
	expect(flatLead(lead)).toEqual(flat);
});

it('a question cannot reach the prototype', () => {
	const flat = flatLead({ answers: [asked('__proto__', 'x'), asked('constructor', 'y')] });
	expect(Object.getPrototypeOf(flat)).toBe(Object.prototype);
	expect(Object.entries(flat)).toEqual(expect.arrayContaining([['__proto__', 'x']]));
});
