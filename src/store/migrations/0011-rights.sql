-- Ways into consent that did not ask the age. Whoever stands on one is set down in the present one and told so: the
-- age is asked there. What was agreed to without an age stays, and is asked about in the menu (docs/decisions/0054).
DELETE FROM flow_versions WHERE flow IN ('onboarding', 'my-data', 'invitation', 'link-offer', 'review-mine', 'menu');
