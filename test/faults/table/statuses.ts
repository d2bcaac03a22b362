import type { Fault } from '../../sandbox';
import type { FaultEntry, Role, Scene } from '../model';
import { entry, exceptForFiles, final, passing, refusing } from './expectations';

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

const busy = refusing('rate-limited');
const away = passing('temporarily-unavailable');
const forGood = { lasting: ['for good'] } as const;

/** Answers that say so by their status. */
export const statuses: readonly FaultEntry[] = [
	entry('status', '408', status(408), passing('timeout')),
	entry('asked to wait', '425', status(425), away),
	entry('asked to wait', '429', status(429), busy, { waitMs: ownWait }),
	entry(
		'asked to wait',
		'429, Retry-After in seconds',
		status(429, () => '7'),
		busy,
		{ waitMs: () => 7000 },
	),
	entry('asked to wait', '429, Retry-After as HTTP date', status(429, httpDate), busy, {
		waitMs: () => 119_000,
	}),
	entry(
		'asked to wait',
		'429, Retry-After is garbage',
		status(429, () => 'in a moment'),
		busy,
		{ waitMs: ownWait },
	),
	entry(
		'asked to wait',
		'429, Retry-After is far away',
		status(429, () => '86400'),
		final('quota-exhausted'),
	),
	...[500, 502, 503, 504].map((code) => entry('status', String(code), status(code), away)),
	entry(
		'status',
		'503, Retry-After in seconds',
		status(503, () => '9'),
		away,
		{
			// An order is not repeated, so nothing of it has to wait.
			waitMs: (role) => (role === 'order' ? 0 : 9000),
		},
	),
	entry('status', '401', status(401), exceptForFiles(final('credential-invalid')), forGood),
	entry('status', '403', status(403), exceptForFiles(final('access-denied')), forGood),
];
