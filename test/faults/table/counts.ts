import type { FaultEntry } from '../model';
import { eitherWay, entry, fails } from './expectations';

/** A list may have changed meanwhile, which is told; a report of days that are over has not. */
const toldOrWrong: FaultEntry['expect'] = () => ({
	...fails('response-invalid'),
	told: /changed while the list was read/,
});

/** A job that still runs counts nothing. */
const ofReport: FaultEntry['expect'] = (role, lasting) =>
	role === 'poll' && lasting === 'once'
		? { rows: 'either', kinds: ['response-invalid'] }
		: fails('response-invalid');

const more = { kind: 'counts-more', by: 5 } as const;
const takenBack = { kind: 'count-taken-back' } as const;
const pattern: FaultEntry['pattern'] = ({ countedPages }) => countedPages;

/** Counts that the rows do not bear out. */
export const counts: readonly FaultEntry[] = [
	entry('counts', 'count of a list that is never reached', more, toldOrWrong, {
		pattern,
		canStrike: (request, { pageOf }) => pageOf(request) !== undefined,
	}),
	entry('counts', 'count of a list that a later page takes back', takenBack, toldOrWrong, {
		pattern,
		canStrike: (request, { pageOf }) => pageOf(request) === 'later',
	}),
	entry('counts', 'count of a report that is never reached', more, ofReport, {
		pattern: ({ countedReports }) => countedReports,
	}),
	entry(
		'counts',
		'count of a report that a later page takes back',
		takenBack,
		eitherWay('response-invalid'),
		{
			// A page alone contradicts nothing.
			lasting: ['for good'],
			pattern: ({ countedReports, pages }) => countedReports && pages,
			canStrike: (request, { pageOf }) => pageOf(request) === 'first',
		},
	),
];
