import type { FaultEntry } from '../model';
import { eitherWay, fails } from './expectations';

const paged = {
	group: 'pages',
	lasting: ['once', 'for good'],
	pattern: ({ pages }) => pages,
} as const satisfies Partial<FaultEntry>;

const wrong: FaultEntry['expect'] = () => fails('response-invalid');

const toldOrWrong: FaultEntry['expect'] = () => ({
	rows: 'either',
	kinds: ['response-invalid'],
	told: /changed while the list was read/,
});

/** Lists whose pages do not fit together. */
export const paging: readonly FaultEntry[] = [
	{
		...paged,
		name: 'repeated page or cursor',
		strike: () => ({ kind: 'repeat-page' }),
		canStrike: (request, { pageOf }) => pageOf(request) === 'later',
		expect: wrong,
	},
	{
		...paged,
		name: 'empty page that promises more',
		strike: () => ({ kind: 'empty-page' }),
		canStrike: (request, { pageOf }) => pageOf(request) !== undefined,
		expect: wrong,
	},
	{
		...paged,
		name: 'promise of more without a cursor',
		strike: () => ({ kind: 'missing-cursor' }),
		pattern: ({ pages, hasCursors }) => (hasCursors ? pages : undefined),
		canStrike: (request, { pageOf }) => pageOf(request) !== undefined,
		expect: wrong,
	},
	...[1, -1].map((by): FaultEntry => ({
		...paged,
		name: by > 0 ? 'count that grows meanwhile' : 'count that shrinks meanwhile',
		strike: () => ({ kind: 'list-changes', by }),
		pattern: ({ countedPages }) => countedPages,
		canStrike: (request, { pageOf }) => pageOf(request) === 'later',
		expect: toldOrWrong,
	})),
];

/** Answers that are good JSON or XML, and not what was asked for. */
export const envelopes: readonly FaultEntry[] = [
	{
		group: 'envelope',
		name: 'unknown envelope',
		lasting: ['once', 'for good'],
		strike: () => ({ kind: 'unknown-envelope' }),
		canStrike: (request, { roleOf }) => roleOf(request) !== 'download',
		// What is no answer in XML counts as a broken one, which is asked for once more.
		expect: (_role, lasting) =>
			lasting === 'once' ? { rows: 'either', kinds: ['response-invalid'] } : fails('response-invalid'),
	},
	{
		group: 'envelope',
		name: 'error body inside of a 200',
		lasting: ['once', 'for good'],
		strike: () => ({ kind: 'error-in-200', code: 500, message: 'internal error' }),
		canStrike: (request, { roleOf }) => roleOf(request) !== 'download',
		expect: eitherWay('temporarily-unavailable', 'response-invalid', 'request-invalid', 'timeout'),
	},
];
