/** Faults whose words are not told where leads are read: words in no known form may be people's (trap 60). */
export const silentOnLeads = [
	'unforeseen refusal: 400 with a detail',
	'unforeseen refusal: 400 with XML',
	'unforeseen refusal: 403 with a message',
	'unforeseen refusal: 422 with a list of errors',
	'unforeseen refusal: 500 with plain text',
];
