import type { LoggedRequest } from '../sandbox';
import type { Cell, FaultEntry, Lasting, Mode, Operation, PlatformUnderTest, Position } from './model';

/** The cells of one operation under one fault; none where the fault has no meaning for it. */
export function cellsOf(
	operation: Operation,
	fault: FaultEntry,
	platform: PlatformUnderTest,
	requests: readonly LoggedRequest[],
): Cell[] {
	const modes: readonly Mode[] = operation.slices === true ? ['stop', 'continue'] : ['stop'];
	return placesOf(fault, platform, requests).flatMap(({ position, index, skip }) =>
		fault.lasting.flatMap((lasting) =>
			modes.map((mode) => ({
				operation,
				fault,
				position,
				lasting,
				mode,
				index,
				skip,
				roles: rolesFrom(index, lasting, platform, requests),
			})),
		),
	);
}

interface Place {
	readonly position: Position;
	readonly index: number;
	readonly skip: number;
}

function placesOf(
	{ pattern, canStrike }: FaultEntry,
	platform: PlatformUnderTest,
	requests: readonly LoggedRequest[],
): Place[] {
	const wanted = pattern?.(platform);
	if (pattern !== undefined && wanted === undefined) return [];
	const fitting = [...requests.entries()].filter(
		([, { path, method }]) => wanted === undefined || (wanted.path.test(path) && wanted.method === method),
	);
	const candidates = [...fitting.entries()]
		.map(([skip, [index, request]]) => ({ skip, index, request }))
		.filter(({ request }) => canStrike?.(request, platform) ?? true);
	const middle = Math.floor(candidates.length / 2);
	const chosen: [Position, number][] = [['first', 0]];
	if (candidates.length > 2) chosen.push(['middle', middle]);
	if (candidates.length > 1) chosen.push(['last', candidates.length - 1]);
	return chosen.flatMap(([position, at]) => {
		const candidate = candidates[at];
		return candidate === undefined ? [] : [{ position, index: candidate.index, skip: candidate.skip }];
	});
}

function rolesFrom(
	index: number,
	lasting: Lasting,
	{ roleOf }: PlatformUnderTest,
	requests: readonly LoggedRequest[],
): Cell['roles'] {
	return requests.slice(index, lasting === 'once' ? index + 1 : undefined).map(roleOf);
}

export function nameOf({ operation, fault, position, lasting, mode }: Cell): string {
	const sliced = operation.slices === true ? `, on slice failure ${mode}` : '';
	return `${operation.name} x ${fault.name} at the ${position} request, ${lasting}${sliced}`;
}
