import type { FaultEntry } from '../model';
import { eitherWay, entry, fails } from './expectations';

const wrong: FaultEntry['expect'] = () => fails('response-invalid');

const toldOrWrong: FaultEntry['expect'] = () => ({
	rows: 'either',
	kinds: ['response-invalid'],
	told: /changed while the list was read/,
});

const pattern: FaultEntry['pattern'] = ({ pages }) => pages;
const ofLaterPages: FaultEntry['canStrike'] = (request, { pageOf }) => pageOf(request) === 'later';
const ofPages: FaultEntry['canStrike'] = (request, { pageOf }) => pageOf(request) !== undefined;
const ofAnswers: FaultEntry['canStrike'] = (request, { roleOf }) => roleOf(request) !== 'download';

/** Lists whose pages do not fit together. */
export const paging: readonly FaultEntry[] = [
	entry('pages', 'repeated page or cursor', { kind: 'repeat-page' }, wrong, {
		pattern,
		canStrike: ofLaterPages,
	}),
	entry('pages', 'empty page that promises more', { kind: 'empty-page' }, wrong, {
		pattern,
		canStrike: ofPages,
	}),
	entry('pages', 'promise of more without a cursor', { kind: 'missing-cursor' }, wrong, {
		pattern: ({ pages, hasCursors }) => (hasCursors ? pages : undefined),
		canStrike: ofPages,
	}),
	...[1, -1].map((by) =>
		entry(
			'pages',
			by > 0 ? 'count that grows meanwhile' : 'count that shrinks meanwhile',
			{ kind: 'list-changes', by },
			toldOrWrong,
			{ pattern: ({ changingPages }) => changingPages, canStrike: ofLaterPages },
		),
	),
];

const failedInside = { kind: 'error-in-200', code: 500, message: 'internal error' } as const;

/** Answers that are good JSON or XML, and not what was asked for. */
export const envelopes: readonly FaultEntry[] = [
	entry(
		'envelope',
		'unknown envelope',
		{ kind: 'unknown-envelope' },
		// What is no answer in XML counts as a broken one, which is asked for once more.
		(_role, lasting) =>
			lasting === 'once' ? { rows: 'either', kinds: ['response-invalid'] } : fails('response-invalid'),
		{ canStrike: ofAnswers },
	),
	entry(
		'envelope',
		'error body inside of a 200',
		failedInside,
		eitherWay('temporarily-unavailable', 'response-invalid', 'request-invalid', 'timeout'),
		{ canStrike: ofAnswers },
	),
];
