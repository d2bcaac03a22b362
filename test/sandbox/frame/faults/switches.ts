import { fraction, mix } from '../hash';

import type { Fault, FaultRule } from './fault';

export interface FaultHandle {
	/** How often it has struck. */
	readonly hits: number;
	remove(): void;
}

/** What strikes one request. */
export interface Strike {
	/** Milliseconds before anything else happens. */
	readonly delay: number;
	readonly fault?: Exclude<Fault, { kind: 'delay' }>;
}

/** The switched-on faults. Delays add up and combine with another fault; of the others the first one wins. */
export class FaultSwitches {
	private switches: FaultSwitch[] = [];

	add(rule: FaultRule): FaultHandle {
		const added = new FaultSwitch(rule, this.switches.length);
		this.switches.push(added);
		return {
			get hits() {
				return added.hits;
			},
			remove: () => {
				this.switches = this.switches.filter((other) => other !== added);
			},
		};
	}

	clear(): void {
		this.switches = [];
	}

	/** Decides about one request, and counts it. `paths`: the same path with and without the platform's prefix. */
	strike(method: string, paths: readonly string[]): Strike {
		let delay = 0;
		for (const entry of this.switches) {
			if (!entry.strikes(method, paths)) continue;
			const { fault } = entry.rule;
			if (fault.kind !== 'delay') return { delay, fault };
			delay += fault.ms;
		}
		return { delay };
	}
}

class FaultSwitch {
	hits = 0;
	private matches = 0;

	/** @param lot tells switches apart, so that those with a rate do not all strike at the same time */
	constructor(
		readonly rule: FaultRule,
		private readonly lot: number,
	) {}

	strikes(method: string, paths: readonly string[]): boolean {
		if (this.rule.method !== undefined && this.rule.method.toUpperCase() !== method) return false;
		if (!paths.some((path) => this.covers(path))) return false;
		this.matches++;
		if (this.matches <= (this.rule.skip ?? 0)) return false;
		if (this.hits >= (this.rule.times ?? Infinity)) return false;
		if (this.rule.rate !== undefined && fraction(mix(mix(0xfa17, this.lot), this.matches)) >= this.rule.rate)
			return false;
		this.hits++;
		return true;
	}

	private covers(path: string): boolean {
		// `search` pays no attention to the state that a global pattern keeps between calls.
		return typeof this.rule.path === 'string' ? this.rule.path === path : path.search(this.rule.path) >= 0;
	}
}
