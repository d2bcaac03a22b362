import type { INodeProperties } from 'n8n-workflow';

import { oneOf, type Parameters } from './parameters';

export interface Choice<Value extends string> {
	readonly name: string;
	readonly value: Value;
	readonly description?: string;
}

/** What a choice field is declared with; `type` stands in it so that n8n's linter knows it for one. */
type ChoiceDeclaration<Value extends string> = Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'noDataExpression' | 'displayOptions'
> & {
	readonly type: 'options';
	readonly options: readonly Choice<Value>[];
	readonly default: NoInfer<Value>;
};

/** A field with a few values of its own, and its reader: so that the values are listed once. */
interface ChoiceField<Value extends string> {
	readonly field: INodeProperties;
	readonly values: readonly Value[];
	/** What the editor calls a value. */
	readonly nameOf: (value: Value) => string;
	/** @throws {ParameterError} none of the values, as an expression may give it */
	readonly read: (parameters: Parameters) => Value;
	/** For one in the Options collection: undefined where it is not added. @throws {ParameterError} */
	readonly readOption: (parameters: Parameters) => Value | undefined;
}

export function choiceField<Value extends string>(declaration: ChoiceDeclaration<Value>): ChoiceField<Value> {
	const { name, options } = declaration;
	const values = options.map(({ value }) => value);
	return {
		field: { ...declaration, options: [...options] },
		values,
		nameOf: (value) => options.find((option) => option.value === value)?.name ?? value,
		read: (parameters) => parameters.choice(name, values),
		readOption: (parameters) =>
			parameters.hasOption(name)
				? oneOf(values, parameters.option(name), parameters.displayName(name))
				: undefined,
	};
}
