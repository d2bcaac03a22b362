import type { Fault } from '../../sandbox';
import type { ErrorKind } from '../../../connector/errors';
import type { Expectation, FaultEntry } from '../model';

const all: Expectation = { rows: 'all', kinds: [] };

export function fails(...kinds: readonly ErrorKind[]): Expectation {
	return { rows: 'none', kinds };
}

/** It changes nothing about the rows, however long it lasts. */
export const harmless: FaultEntry['expect'] = () => all;

/**
 * It passes by itself, so one of it is survived. An order is the exception: whether it was taken is not known, and a
 * second one would be another job. Whoever asks after a job goes on asking until the deadline.
 */
export function passing(...kinds: ErrorKind[]): FaultEntry['expect'] {
	return (role, lasting) => {
		if (role === 'order') return fails(...kinds);
		if (lasting === 'once') return all;
		return role === 'poll' ? fails(...kinds, 'timeout') : fails(...kinds);
	};
}

/** It was a refusal that proves that nothing was done, so even an order is sent again. */
export function refusing(...kinds: ErrorKind[]): FaultEntry['expect'] {
	return (_role, lasting) => (lasting === 'once' ? all : fails(...kinds));
}

/** Nothing may be sent after it. */
export function final(...kinds: ErrorKind[]): FaultEntry['expect'] {
	return () => ({ ...fails(...kinds), isLast: true });
}

/** Where it shows at all, it is an error; where it does not, nothing is missing. */
export function eitherWay(...kinds: ErrorKind[]): FaultEntry['expect'] {
	return () => ({ rows: 'either', kinds });
}

/** A refusal of the storage says that the link is too old, and nothing about the account. */
export function exceptForFiles(expect: FaultEntry['expect']): FaultEntry['expect'] {
	return (role, lasting) => (role === 'download' ? fails('temporarily-unavailable') : expect(role, lasting));
}

/** What has to stand in the error. */
export function saying(
	words: Pick<Expectation, 'said' | 'advice'>,
	expect: FaultEntry['expect'],
): FaultEntry['expect'] {
	return (role, lasting) => ({ ...expect(role, lasting), ...words });
}

/** A fault that strikes once or for good; `more` is what is special about it. */
export function entry(
	group: FaultEntry['group'],
	name: string,
	strike: Fault | FaultEntry['strike'],
	expect: FaultEntry['expect'],
	more: Partial<FaultEntry> = {},
): FaultEntry {
	const struck = typeof strike === 'object' ? () => strike : strike;
	return { group, name, lasting: ['once', 'for good'], strike: struck, expect, ...more };
}
