import type { MyTargetOptions } from '../options';

import { KIND_OF, moscowText, type ApiObject, type Kind, type Life, type ResourceName } from './api-object';
import { createObjects, type Seeded } from './create';

interface Stored {
	readonly plans: Map<number, ApiObject>;
	readonly groups: Map<number, ApiObject>;
	readonly banners: Map<number, ApiObject>;
	readonly lives: ReadonlyMap<number, Life>;
}

/** The plans, groups and banners of one account. Writes really change them. */
export class ObjectStore {
	/** Grows with every change. */
	version = 0;
	private made?: Stored;
	private seeded?: Seeded;

	/** @param index of the account; 0 is the owner of the application */
	constructor(
		private readonly options: MyTargetOptions,
		private readonly index: number,
		private readonly now: () => number,
	) {}

	reset(): void {
		this.made = undefined;
		this.version++;
	}

	/** In id order. */
	all(resource: ResourceName): ApiObject[] {
		return [...this.kind(KIND_OF[resource]).values()];
	}

	find(resource: ResourceName, id: number): ApiObject | undefined {
		return this.kind(KIND_OF[resource]).get(id);
	}

	/** Undefined for a banner that was created by a request: nobody has seen it yet. */
	lifeOf(bannerId: number): Life | undefined {
		return this.stored.lives.get(bannerId);
	}

	/** Returns the new object; its id is the highest. */
	add(resource: ResourceName, fields: Readonly<Record<string, unknown>>): ApiObject {
		const objects = this.kind(KIND_OF[resource]);
		const id = ([...objects.keys()].at(-1) ?? this.fallbackId) + 1;
		const text = moscowText(this.now());
		const object: ApiObject = {
			name: '',
			status: 'active',
			...fields,
			id,
			created: text,
			updated: text,
			...(KIND_OF[resource] === 'groups' && { last_updated: text }),
		};
		objects.set(id, object);
		this.version++;
		return object;
	}

	/** Changes some fields of an object that is there. */
	change(resource: ResourceName, object: ApiObject, fields: Readonly<Record<string, unknown>>): void {
		const text = moscowText(this.now());
		const stamps = { updated: text, ...(KIND_OF[resource] === 'groups' && { last_updated: text }) };
		this.kind(KIND_OF[resource]).set(object.id, { ...object, ...fields, ...stamps });
		this.version++;
	}

	/** As if somebody else had worked in the account: so many objects more, or the first so many gone. */
	shift(resource: ResourceName, by: number): void {
		for (let count = 0; count < by; count++)
			this.add(resource, { ...this.all(resource).at(-1), status: 'active' });
		const objects = this.kind(KIND_OF[resource]);
		for (const id of [...objects.keys()].slice(0, Math.max(0, -by))) objects.delete(id);
		this.version++;
	}

	private kind(kind: Kind): Map<number, ApiObject> {
		return this.stored[kind];
	}

	private get stored(): Stored {
		if (this.made === undefined) {
			// Changed objects are replaced and never written to, so what was made once can be begun with again.
			this.seeded ??= createObjects(this.options, this.index);
			const { plans, groups, banners, lives } = this.seeded;
			this.made = { plans: byId(plans), groups: byId(groups), banners: byId(banners), lives };
		}
		return this.made;
	}

	/** The first object of an account that has none. */
	private get fallbackId(): number {
		return 1_900_000_000 + this.index * 1000;
	}
}

function byId(objects: readonly ApiObject[]): Map<number, ApiObject> {
	return new Map(objects.map((object) => [object.id, object]));
}
