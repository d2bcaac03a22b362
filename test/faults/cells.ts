import type { LoggedRequest } from '../sandbox';
import type {
	Cell,
	Expectation,
	FaultEntry,
	Mode,
	PlatformUnderTest,
	Position,
	Role,
	Subject,
} from './model';

/** The cells of one operation under one fault; none where the fault has no meaning for it. */
export function cellsOf<Of extends Subject>(
	operation: Of,
	fault: FaultEntry,
	platform: PlatformUnderTest,
	requests: readonly LoggedRequest[],
): Cell<Of>[] {
	const { except = [] } = operation;
	if (except.includes(fault.name) || except.includes(fault.group)) return [];
	return placesOf(fault, platform, requests).flatMap(({ role, ...place }) =>
		fault.lasting.flatMap((lasting) =>
			modesOf(operation, fault.expect(role, lasting)).map((mode) => ({
				...{ operation, fault, lasting, mode, ...place },
			})),
		),
	);
}

/** What becomes of failed slices is asked only where slices may fail. */
function modesOf({ slices }: Subject, { rows }: Expectation): readonly Mode[] {
	return slices === true && rows !== 'all' ? ['stop', 'continue'] : ['stop'];
}

interface Place {
	readonly position: Position;
	readonly index: number;
	readonly skip: number;
	readonly role: Role;
}

function placesOf(
	{ pattern, canStrike }: FaultEntry,
	platform: PlatformUnderTest,
	requests: readonly LoggedRequest[],
): Place[] {
	const wanted = pattern?.(platform);
	if (pattern !== undefined && wanted === undefined) return [];
	const fitting = [...requests.entries()].filter(
		([, { path, method }]) =>
			wanted === undefined || (wanted.path.test(path) && (wanted.method ?? method) === method),
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
		if (candidate === undefined) return [];
		const { index, skip, request } = candidate;
		return [{ position, index, skip, role: platform.roleOf(request) }];
	});
}

export function nameOf({ operation, fault, position, lasting, mode }: Cell): string {
	const sliced = operation.slices === true ? `, on slice failure ${mode}` : '';
	return `${operation.name} x ${fault.name} at the ${position} request, ${lasting}${sliced}`;
}
