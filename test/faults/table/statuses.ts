import type { Fault } from '../../sandbox';
import type { FaultEntry, Role, Scene } from '../model';
import { fails, final, passing, refusing } from './expectations';

function status(code: number, retryAfter?: (scene: Scene) => string): FaultEntry['strike'] {
	return (scene): Fault => {
		const { refusalBody } = scene.platform;
		return {
			kind: 'status',
			status: code,
			...(retryAfter && { retryAfter: () => retryAfter(scene) }),
			...(refusalBody !== undefined && { body: refusalBody }),
		};
	};
}

const httpDate = ({ now }: Scene) => new Date(now() + 120_000).toUTCString();

/** The storage of files counts apart from the platform, so its limit holds nobody else back. */
const ownWait = (role: Role) => (role === 'download' ? 0 : 1000);

/** A refusal of the storage says that the link is too old, and nothing about the account. */
function exceptForFiles(expect: FaultEntry['expect']): FaultEntry['expect'] {
	return (role, lasting) => (role === 'download' ? fails('temporarily-unavailable') : expect(role, lasting));
}

const waiting = { group: 'asked to wait', lasting: ['once', 'for good'] } as const;
const failing = { group: 'status', lasting: ['once', 'for good'] } as const;

/** Answers that say so by their status. */
export const statuses: readonly FaultEntry[] = [
	{ ...failing, name: '408', strike: status(408), expect: passing('timeout') },
	{ ...waiting, name: '425', strike: status(425), expect: passing('temporarily-unavailable') },
	{ ...waiting, name: '429', strike: status(429), expect: refusing('rate-limited'), waitMs: ownWait },
	{
		...waiting,
		name: '429, Retry-After in seconds',
		strike: status(429, () => '7'),
		expect: refusing('rate-limited'),
		waitMs: () => 7000,
	},
	{
		...waiting,
		name: '429, Retry-After as HTTP date',
		strike: status(429, httpDate),
		expect: refusing('rate-limited'),
		waitMs: () => 119_000,
	},
	{
		...waiting,
		name: '429, Retry-After is garbage',
		strike: status(429, () => 'in a moment'),
		expect: refusing('rate-limited'),
		waitMs: ownWait,
	},
	{
		...waiting,
		name: '429, Retry-After is far away',
		strike: status(429, () => '86400'),
		expect: final('quota-exhausted'),
	},
	...[500, 502, 503, 504].map((code) => ({
		...failing,
		name: String(code),
		strike: status(code),
		expect: passing('temporarily-unavailable'),
	})),
	{
		...failing,
		name: '503, Retry-After in seconds',
		strike: status(503, () => '9'),
		expect: passing('temporarily-unavailable'),
		// An order is not repeated, so nothing of it has to wait.
		waitMs: (role) => (role === 'order' ? 0 : 9000),
	},
	{
		...failing,
		name: '401',
		strike: status(401),
		lasting: ['for good'],
		expect: exceptForFiles(final('credential-invalid')),
	},
	{
		...failing,
		name: '403',
		strike: status(403),
		lasting: ['for good'],
		expect: exceptForFiles(final('access-denied')),
	},
];
