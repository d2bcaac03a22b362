import type { INodeProperties } from 'n8n-workflow';

import { asObject } from './json';
import { mergeLists, parseIds, parseList, WHOLE_NUMBERS, wholeNumberId } from './value-list';
import { parseNumber, parseWholeNumber, type NumberBounds } from './numbers';
import { shown } from './shown';
import { locatorId } from './locator';
import { ParameterError } from './parameter-error';

/** Gives the value of a parameter for the input item at hand, with its expressions resolved. */
export type ReadParameter = (name: string, fallback: unknown) => unknown;

/**
 * The parameters of one operation for one input item, in the types that the operation needs. Everything may come
 * from an expression, so nothing has the type that the editor promises.
 *
 * All methods throw {@link ParameterError}, which names the parameter as the editor does.
 */
export class Parameters {
	private readonly options: Readonly<Record<string, unknown>>;
	private readonly displayNames = new Map<string, string>();

	constructor(
		private readonly read: ReadParameter,
		private readonly properties: readonly INodeProperties[],
	) {
		this.options = asObject(read('options', {}));
		for (const property of properties) this.learnNames(property);
	}

	text(name: string): string {
		return asText(this.value(name));
	}

	/** A text that may not be empty. */
	requiredText(name: string): string {
		const text = this.text(name);
		if (text !== '') return text;
		throw new ParameterError(this.displayName(name), `${this.displayName(name)} is empty.`);
	}

	flag(name: string): boolean {
		return asFlag(this.value(name), this.displayName(name));
	}

	/** @throws {ParameterError} the value is none of `choices` */
	choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
		return oneOf(choices, this.value(name), this.displayName(name));
	}

	/** Names from a list parameter, and from the free text option beside it. */
	list(name: string, freeTextOption?: string): string[] {
		const listed = parseList(this.value(name), this.displayName(name));
		if (freeTextOption === undefined) return listed;
		return mergeLists(listed, parseList(this.options[freeTextOption], this.displayName(freeTextOption)));
	}

	/** The same, where an empty list makes no sense. */
	required(name: string, freeTextOption: string): string[] {
		const names = this.list(name, freeTextOption);
		if (names.length > 0) return names;
		throw new ParameterError(
			this.displayName(name),
			`${this.displayName(name)} is empty.`,
			`Choose at least one value, or enter it in Options > ${this.displayName(freeTextOption)}.`,
		);
	}

	ids(name: string, form = WHOLE_NUMBERS): string[] {
		return parseIds(this.value(name), this.displayName(name), form);
	}

	/** The id in a resource locator; one has to be chosen. */
	locator(name: string): string {
		const id = locatorId(this.value(name));
		if (id !== '') return id;
		throw new ParameterError(
			this.displayName(name),
			`${this.displayName(name)} is not set.`,
			'Choose one from the list.',
		);
	}

	/** The number of one object. Zero is refused: to some lists it means "all objects". */
	id(name: string): string {
		const given = locatorId(this.value(name));
		const id = wholeNumberId(given);
		if (id !== undefined) return id;
		const displayName = this.displayName(name);
		throw new ParameterError(
			displayName,
			given === ''
				? `${displayName} is not set.`
				: `${displayName} is ${shown(given)}, which is no ID of one object.`,
			'Choose one from the list, or enter its ID, a whole number above zero.',
		);
	}

	/** The parameters inside of a collection, with the same Options, where the text for more beside a list of names is. */
	collection(name: string): Parameters {
		const values: Readonly<Record<string, unknown>> = {
			...asObject(this.value(name)),
			options: this.options,
		};
		return new Parameters((inner, fallback) => values[inner] ?? fallback, this.properties);
	}

	/** The raw value of a parameter or of an option. */
	value(name: string): unknown {
		// n8n throws for a parameter that is hidden at the moment, unless it has something to fall back on.
		return this.read(name, null) ?? undefined;
	}

	option(name: string): unknown {
		return this.options[name];
	}

	/** Whether the user set the option at all. */
	hasOption(name: string): boolean {
		const value = this.options[name];
		return value !== undefined && value !== null && value !== '';
	}

	/**
	 * The value of a resource locator among the options; undefined where it was not added. One that is there and empty,
	 * as by an expression that finds nothing, must not mean the same.
	 */
	optionLocator(name: string): string | undefined {
		if (!Object.hasOwn(this.options, name)) return undefined;
		const value = locatorId(this.options[name]);
		if (value !== '') return value;
		const displayName = this.displayName(name);
		throw new ParameterError(
			displayName,
			`${displayName} in Options is empty.`,
			'Choose one from the list, check the expression, or remove the option.',
		);
	}

	optionText(name: string): string {
		return asText(this.options[name]);
	}

	optionFlag(name: string): boolean {
		return asFlag(this.options[name], this.displayName(name));
	}

	wholeNumber(name: string, bounds: NumberBounds): number {
		return parseWholeNumber(this.value(name), this.displayName(name), bounds);
	}

	optionWholeNumber(name: string, bounds: NumberBounds): number {
		return parseWholeNumber(this.options[name], this.displayName(name), bounds);
	}

	optionNumber(name: string, bounds: NumberBounds): number {
		return parseNumber(this.options[name], this.displayName(name), bounds);
	}

	/** How the editor calls a parameter. */
	displayName(name: string): string {
		return this.displayNames.get(name) ?? name;
	}

	private learnNames({ name, displayName, options }: INodeProperties): void {
		if (name !== '' && !this.displayNames.has(name)) this.displayNames.set(name, displayName);
		for (const option of options ?? [])
			if ('displayName' in option && 'type' in option) this.learnNames(option);
	}
}

/** @throws {ParameterError} the value is none of `choices` */
export function oneOf<Choice extends string>(
	choices: readonly Choice[],
	value: unknown,
	displayName: string,
): Choice {
	const text = asText(value);
	const found = choices.find((choice) => choice === text);
	if (found !== undefined) return found;
	throw new ParameterError(
		displayName,
		`${displayName} is ${shown(value ?? '')}, which is not one of its values.`,
		`Use one of: ${choices.join(', ')}.`,
	);
}

function asText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function asFlag(value: unknown, displayName: string): boolean {
	if (value === undefined || value === null) return false;
	const text = asText(value).toLowerCase();
	if (text === 'true' || text === '1') return true;
	if (text === 'false' || text === '0' || value === '') return false;
	throw new ParameterError(
		displayName,
		`${displayName} is ${shown(value)}, but it can only be true or false.`,
	);
}
