import fc from "fast-check";

// A wrong change is caught by the first case that fails; making that case small again would be done for every change.
fc.configureGlobal({ endOnFailure: true });
