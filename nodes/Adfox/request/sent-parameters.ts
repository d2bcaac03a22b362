import type { NameAndValue } from '../../../connector/client';
import type { Observe } from '../../../connector/events';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/number-option';
import type { Parameters } from '../../shared/parameters/parameters';
import { asObject, customPairs, pairs } from '../objects/sent-values';

/** What the node sets itself: the navigation block, paging, and the encoding of what it sends. */
const OWN = new Set(['object', 'action', 'actionObject', 'limit', 'offset', 'encoding']);

const EXAMPLE =
	'Use an object such as {"name": "Spring", "status": 0}, or a list of {"name": ..., "value": ...}.';

/**
 * The parameters of any method: JSON, an object or `[{name, value}]`, where names may repeat. Those that the node sets
 * itself are left out, with a hint.
 *
 * @throws {ParameterError} no JSON, or neither of the two
 */
export function readSentParameters(parameters: Parameters, observe: Observe): NameAndValue[] {
	const given = readJson(parameters.value('parameters'));
	const sent = Array.isArray(given)
		? customPairs(given)
		: Object.entries(asObject(given)).flatMap(([name, value]) =>
				pairs({ name, type: 'text', required: false }, value),
			);
	const own = sent.filter(([name]) => OWN.has(name)).map(([name]) => `\`${name}\``);
	if (own.length > 0)
		observe({
			type: 'remark',
			text: `The node sets ${own.join(', ')} itself, so what Parameters says is left out.`,
		});
	return sent.filter(([name]) => !OWN.has(name));
}

function readJson(value: unknown): unknown {
	if (value === undefined || value === '') return {};
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (typeof parsed === 'object' && parsed !== null) return parsed;
	throw new ParameterError(
		'Parameters',
		`Parameters is ${shown(value)}, which is no JSON object or list.`,
		EXAMPLE,
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ParameterError('Parameters', `Parameters is ${shown(text)}, which is no valid JSON.`, EXAMPLE);
	}
}
